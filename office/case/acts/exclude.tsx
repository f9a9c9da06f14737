import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { exclusionGrounds, type ExclusionGround } from '../choices.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  ground?: ExclusionGround
  words: string
}
const empty: Draft = { words: '' }

/** That the case be left out of the figures: a ground, and words for whoever rules on it. */
export function Exclude({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ ground, words }, change, clear] = useDraft(`${id}-exclude`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('askExclusion', { params: { county, id }, body: { ground: ground!, words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.exclude.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.exclude.title')}
      submit={t('office.acts.exclude.submit')}
      act={act}
      back={back}
      canSend={ground !== undefined && words.trim() !== ''}
    >
      <ChoiceField
        label={t('office.acts.exclude.ground')}
        choices={exclusionGrounds}
        words={(one) => t(`casework.exclusionGrounds.${one}`)}
        value={ground}
        onChange={(chosen) => change({ ground: chosen })}
      />
      <WordsField
        label={t('office.acts.exclude.words')}
        hint={t('office.acts.exclude.hint')}
        rows={3}
        value={words}
        onChange={(next) => change({ words: next })}
      />
    </ActForm>
  )
}
