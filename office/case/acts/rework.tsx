import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

const empty = { words: '' }

export function Rework({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words }, change, clear] = useDraft(`${id}-rework`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('reworkCase', { params: { county, id }, body: { words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.rework.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.rework.title')}
      submit={t('office.acts.rework.submit')}
      act={act}
      back={back}
      canSend={words.trim() !== ''}
    >
      <WordsField label={t('office.acts.rework.words')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
