import type { Case } from '#contract/cases.ts'
import type { NamedBody } from '#contract/wire.ts'
import { call } from '#screen/api.ts'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  of?: string
  words: string
}
const empty: Draft = { words: '' }

/** Urges a body that holds the case or a task of it. */
export function Supervise({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const { county, id } = subject
  const [{ of, words }, change, clear] = useDraft(`${id}-supervise`, empty)
  const bodies = holdersOf(subject)
  const chosen = bodies.find((body) => body.id === of) ?? (bodies.length === 1 ? bodies[0] : undefined)
  const act = useCaseAct(
    subject,
    (version) => call('superviseCase', { params: { county, id }, body: { of: chosen!.id, words: words.trim() }, version }),
    () => {
      clear()
      done(t('office.acts.supervise.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.supervise.title')}
      submit={t('office.acts.supervise.submit')}
      act={act}
      back={back}
      canSend={chosen !== undefined && words.trim() !== ''}
    >
      <ChoiceField
        label={t('office.acts.supervise.of')}
        choices={bodies.map((body) => body.id)}
        words={(one) => name(bodies.find((body) => body.id === one)!.name)}
        value={chosen?.id}
        onChange={(next) => change({ of: next })}
      />
      <WordsField label={t('office.acts.supervise.words')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}

/** Those that hold something and are not one's own: the desk, and the bodies whose tasks are open. */
function holdersOf({ desk, deskIsMine, tasks }: Case): NamedBody[] {
  const working = tasks.filter(({ mine, state }) => !mine && (state === 'assigned' || state === 'taken')).map(({ body }) => body)
  const all = deskIsMine ? working : [...working, desk]
  return all.filter((body, at) => all.findIndex(({ id }) => id === body.id) === at)
}
