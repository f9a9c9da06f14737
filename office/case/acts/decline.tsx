import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { declineGrounds, type DeclineGround } from '../choices.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  ground?: DeclineGround
  words: string
}
const empty: Draft = { words: '' }

export function Decline({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ ground, words }, change, clear] = useDraft(`${id}-decline`, empty)
  const act = useCaseAct(
    subject,
    (version) =>
      call('declineCase', { params: { county, id }, body: { ground: ground!, words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.decline.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.decline.title')}
      submit={t('office.acts.decline.submit')}
      act={act}
      back={back}
      isDanger
      canSend={ground !== undefined && words.trim() !== ''}
    >
      <ChoiceField
        label={t('office.acts.decline.ground')}
        choices={declineGrounds}
        words={(one) => t(`casework.declineGrounds.${one}`)}
        value={ground}
        onChange={(chosen) => change({ ground: chosen })}
      />
      <WordsField
        label={t('office.acts.wordsToResident')}
        hint={t('office.acts.decline.hint')}
        value={words}
        onChange={(next) => change({ words: next })}
      />
    </ActForm>
  )
}
