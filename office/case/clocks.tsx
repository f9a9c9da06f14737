import type { Case, Clock } from '#contract/cases.ts'
import { timeWords } from '#screen/time.ts'
import { Due } from '../controls/due.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

/** Every clock of the case: those that run first, then how the others ended. */
export function Clocks({ subject: { clocks }, open }: { subject: Case; open: (clock: string) => void }) {
  const { t } = useSay()
  const running = clocks.filter(({ endedAt }) => !endedAt)
  const ended = clocks.filter(({ endedAt }) => endedAt)
  return (
    <section className="side-part" aria-labelledby="clocks-heading">
      <h2 id="clocks-heading">{t('office.case.clocks')}</h2>
      {running.length === 0 && <p className="soft">{t('office.case.noClock')}</p>}
      <ul className="clocks">
        {running.map((clock) => (
          <ClockLine key={clock.id} clock={clock} open={open} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="clocks-ended">
          <summary>{t('office.case.endedClocks', { count: ended.length })}</summary>
          <ul className="clocks">
            {ended.map((clock) => (
              <ClockLine key={clock.id} clock={clock} open={open} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ClockLine({ clock, open }: { clock: Clock; open: (clock: string) => void }) {
  const { t, name } = useSay()
  const reader = useReader()
  const kind = t(`casework.clocks.${clock.kind}`)
  return (
    <li className="clock">
      <p className="clock-head">
        <span>{kind}</span>
        <span className="soft">{name(clock.body)}</span>
      </p>
      <p className="clock-due">
        {clock.endedAt ? (
          <span className={clock.breachedAt ? 'clock-late' : 'soft'}>
            {t(clock.breachedAt ? 'office.due.endedLate' : 'office.due.ended', {
              at: timeWords(clock.endedAt, reader),
            })}
          </span>
        ) : (
          <Due at={clock.dueAt} paused={clock.pausedAt !== null} breached={clock.breachedAt !== null} />
        )}
        <button
          type="button"
          className="link clock-why"
          aria-label={`${kind}：${t('office.due.why')}`}
          onClick={() => open(clock.id)}
        >
          {t('office.due.why')}
        </button>
      </p>
      {clock.provisional && !clock.endedAt ? <p className="field-hint">{t('office.due.provisional')}</p> : null}
    </li>
  )
}
