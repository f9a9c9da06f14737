import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

const empty = { words: '' }

/** A leader’s words on an open case, for whoever is at work on it. */
export function Instruct({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words }, change, clear] = useDraft(`${id}-instruct`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('instructCase', { params: { county, id }, body: { words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.instruct.done'))
    },
  )
  return (
    <ActForm title={t('office.acts.instruct.title')} submit={t('office.acts.instruct.submit')} act={act} back={back} canSend={words.trim() !== ''}>
      <WordsField label={t('office.acts.instruct.words')} hint={t('office.acts.instruct.hint')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
