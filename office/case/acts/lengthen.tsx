import { InputNumber } from 'antd'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useAsked } from '../use-asked.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  days?: number
  words: string
}
const empty: Draft = { words: '' }

/** More of the law's time for a petition matter, once: the body's leader decides, and the resident reads why. */
export function Lengthen({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const wasAsked = useAsked(subject)
  const { county, id } = subject
  const [{ days, words }, change, clear] = useDraft(`${id}-lengthen`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('askPetitionExtension', { params: { county, id }, body: { days: days!, words: words.trim() }, version }),
    () => {
      clear()
      done(t(wasAsked('petition_extension') ? 'office.acts.lengthen.done' : 'office.acts.lengthen.doneByLeader'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.lengthen.title')}
      submit={t('office.acts.lengthen.submit')}
      act={act}
      back={back}
      canSend={days !== undefined && words.trim() !== ''}
    >
      <Field label={t('office.acts.lengthen.days')} hint={t('office.acts.lengthen.hint')}>
        {(field, describedBy) => (
          <InputNumber
            id={field}
            aria-describedby={describedBy}
            min={1}
            max={30}
            precision={0}
            value={days ?? null}
            onChange={(next) => change({ days: next ?? undefined })}
          />
        )}
      </Field>
      <WordsField
        label={t('office.acts.lengthen.words')}
        hint={t('office.acts.lengthen.wordsHint')}
        value={words}
        onChange={(next) => change({ words: next })}
      />
    </ActForm>
  )
}
