import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

const empty = { words: '' }

/** The group is over, the work is not: each body keeps its task. */
export function DissolveGroup({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words }, change, clear] = useDraft(`${id}-dissolve-group`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('dissolveGroup', { params: { county, id }, body: { words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.dissolveGroup.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.dissolveGroup.title')}
      submit={t('office.acts.dissolveGroup.submit')}
      act={act}
      back={back}
      canSend={words.trim() !== ''}
    >
      <p>{t('office.acts.dissolveGroup.sure')}</p>
      <WordsField label={t('office.acts.dissolveGroup.words')} rows={3} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
