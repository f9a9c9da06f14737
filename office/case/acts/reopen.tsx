import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

const empty = { words: '' }

/** Has an answered case handled again, and tells the resident why. */
export function Reopen({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words }, change, clear] = useDraft(`${id}-reopen`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('reopenCase', { params: { county, id }, body: { words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.reopen.done'))
    },
  )
  return (
    <ActForm title={t('office.acts.reopen.title')} submit={t('office.acts.reopen.submit')} act={act} back={back} canSend={words.trim() !== ''}>
      <WordsField label={t('office.acts.reopen.words')} hint={t('office.acts.reopen.hint')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
