import { call } from '#screen/api.ts'
import { BodiesSelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  bodies: string[]
  words: string
}
const empty: Draft = { bodies: [], words: '' }

/** Asks bodies whose the case is; until one takes it and the desk agrees, it stays here. */
export function Talk({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id, desk } = subject
  const [{ bodies, words }, change, clear] = useDraft(`${id}-talk`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('openOwnershipTalk', { params: { county, id }, body: { bodies, words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.talk.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.talk.title')}
      submit={t('office.acts.talk.submit')}
      act={act}
      back={back}
      canSend={bodies.length > 0 && words.trim() !== ''}
    >
      <p>{t('office.acts.talk.hint')}</p>
      <Field label={t('office.acts.talk.bodies')}>
        {(field) => (
          <BodiesSelect
            id={field}
            county={county}
            label={t('office.acts.talk.bodies')}
            placeholder={t('office.choose.bodies')}
            without={[desk.id]}
            value={bodies}
            onChange={(chosen) => change({ bodies: chosen })}
          />
        )}
      </Field>
      <WordsField label={t('office.acts.talk.words')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
