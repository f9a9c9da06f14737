import type { CaseState } from '#contract/matters.ts'
import { useSay } from '../say.ts'

/** How far a case has come: a dot whose fill grows with the way, and the word, which carries the meaning. */
export function StateMark({ state }: { state: CaseState }) {
  const { t } = useSay()
  return (
    <span className={`state state-${state}`}>
      <span className="state-dot" aria-hidden="true" />
      {t(`casework.states.${state}`)}
    </span>
  )
}
