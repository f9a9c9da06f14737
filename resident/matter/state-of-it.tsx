import type { Matter } from '#contract/matters.ts'
import { ClockIcon } from '../frame/icons.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { useCaseWords } from './case-words.ts'

/** Where it stands, large; what is due next; who has it. */
export function StateOfIt({ matter }: { matter: Matter }) {
  const t = useWords()
  const name = useName()
  const { state, myState } = useCaseWords()
  const { fullDate } = useTime()
  const bodies = matter.handledBy.map(name)
  return (
    <section className="matter-state" aria-label={t('matter.stateLabel')}>
      {!matter.mine && <p className="faint">{t('matter.isPublic')}</p>}
      <p className="matter-state-word">{matter.mine ? myState(matter.state) : state(matter.state)}</p>
      <NextDue matter={matter} />
      {matter.archivedAt && <p className="matter-who">{t('matter.archived', { on: fullDate(matter.archivedAt) })}</p>}
      <p className="matter-who">{t('matter.desk', { desk: name(matter.desk) })}</p>
      {matter.joinedTo && <p className="matter-who">{t('matter.joinedTo', { number: matter.joinedTo })}</p>}
      {matter.residents > 1 && <p className="matter-who">{t('matter.residents', { count: matter.residents })}</p>}
      {bodies.length > 0 && <p className="matter-who">{t('matter.handledBy', { bodies: bodies.join(t('matter.and')) })}</p>}
    </section>
  )
}

function NextDue({ matter: { nextDue } }: { matter: Matter }) {
  const t = useWords()
  const { clock } = useCaseWords()
  const { due, isPast } = useTime()
  if (!nextDue) return null
  if (nextDue.paused) return <p className="matter-due"><ClockIcon size={22} />{t('matter.paused')}</p>
  if (!nextDue.at) return null
  const late = nextDue.breached || isPast(nextDue.at)
  return (
    <p className={late ? 'matter-due overdue' : 'matter-due'}>
      <ClockIcon size={22} />
      {t('matter.due', { clock: clock(nextDue.kind), due: due(nextDue.at) })}
    </p>
  )
}
