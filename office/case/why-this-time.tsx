import { useQuery } from '@tanstack/react-query'
import type { Case, Clock } from '#contract/cases.ts'
import type { Operations } from '#contract/index.ts'
import { dateWords, timeWords, type Reader } from '#screen/time.ts'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

type Explanation = Operations['explainClock']['reply']
type Say = ReturnType<typeof useSay>
type SumStep = Explanation['steps'][number]

/** Every step of the sum that makes a due time: what was counted, what was skipped and why. */
export function WhyThisTime({
  subject: { county, id },
  clock,
  back,
}: {
  subject: Case
  clock: Clock
  back: () => void
}) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('explainClock', { params: { county, id, clock: clock.id } }))
  const title = t('office.why.title', { clock: t(`casework.clocks.${clock.kind}`) })
  return (
    <section className="act-form" aria-label={title}>
      <header className="act-head">
        <h2>{title}</h2>
        <button type="button" className="bar-button" aria-label={t('office.back')} onClick={back}>
          <Icon name="close" />
        </button>
      </header>
      {/* A long sum scrolls: the keyboard must be able to do that. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="act-fields" tabIndex={0}>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading /> : null}
        {clock.kind.startsWith('petition_') && <p>{t(`office.why.law.${clock.kind}`)}</p>}
        {data && <Sum explanation={data} />}
      </div>
    </section>
  )
}

/** Which rule gave the time, and for where and what it holds. */
function ruleWords({ version, field, holds }: NonNullable<Explanation['rule']>, t: Say['t'], name: Say['name']) {
  const of = { version, field: t(`policies.fields.${field}.name`) }
  if (!holds) return t('policies.why.default', of)
  const place = holds.town ? name(holds.town) : t('policies.holds.county')
  const category = holds.category ? name(holds.category) : t('policies.holds.allCategories')
  return t('policies.why.rule', { ...of, holds: t('policies.holds.of', { place, category }) })
}

function Sum({ explanation }: { explanation: Explanation }) {
  const { t, list, name } = useSay()
  const reader = useReader()
  const span = Object.entries(explanation.span).map(([unit, count]) => t(`office.why.span.${unit}`, { count }))
  return (
    <>
      <p>{t('office.why.rule', { span: list(span) })}</p>
      {explanation.rule && <p className="soft">{ruleWords(explanation.rule, t, name)}</p>}
      <ol className="sum">
        <li className="sum-end">
          <span>{t('office.why.start')}</span>
          <time className="figures">{timeWords(explanation.startedAt, reader)}</time>
        </li>
        {explanation.steps.map((step) => (
          <SumLine key={`${step.kind}-${step.from}`} step={step} reader={reader} inDays={'days' in explanation.span} />
        ))}
        <li className="sum-end">
          <span>{t('office.why.due')}</span>
          <time className="figures">
            {explanation.dueAt ? timeWords(explanation.dueAt, reader) : t('office.due.paused')}
          </time>
        </li>
      </ol>
      {explanation.provisional && <p className="field-hint">{t('office.due.provisional')}</p>}
    </>
  )
}

/** @param inDays natural days are told as such */
function SumLine({ step, reader, inDays }: { step: SumStep; reader: Reader; inDays: boolean }) {
  const { t, name } = useSay()
  const spent = (minutes: number) => (inDays && minutes >= dayMinutes ? t('office.why.span.days', { count: Math.round(minutes / dayMinutes) }) : minutesWords(minutes, t))
  if (step.kind === 'counted') {
    return (
      <li className="sum-counted">
        <span>{t('office.why.counted', { time: spent(step.minutes) })}</span>
        <span className="soft">
          {step.left > 0 ? t('office.why.left', { time: spent(step.left) }) : t('office.why.full')}
        </span>
        <span className="sum-range figures">
          {timeWords(step.from, reader)} – {timeWords(step.to, reader)}
        </span>
      </li>
    )
  }
  if (step.kind === 'paused') {
    return (
      <li className="sum-skipped">
        <span>{t('office.why.pause')}</span>
        <span className="sum-range figures">
          {timeWords(step.from, reader)} – {step.to ? timeWords(step.to, reader) : t('office.why.stillPaused')}
        </span>
      </li>
    )
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(step.from)
  const words = isDay ? dateWords(`${step.from}T12:00:00Z`, { ...reader, zone: 'UTC' }) : timeWords(step.from, reader)
  const until = isDay ? dateWords(`${step.to}T12:00:00Z`, { ...reader, zone: 'UTC' }) : timeWords(step.to, reader)
  return (
    <li className="sum-skipped">
      <span>{step.name ? name(step.name) : t(`casework.clockReasons.${step.why}`, { defaultValue: step.why })}</span>
      <span className="sum-range figures">{words === until ? words : `${words} – ${until}`}</span>
    </li>
  )
}

const dayMinutes = 1440

function minutesWords(minutes: number, t: ReturnType<typeof useSay>['t']) {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  return [
    hours > 0 && t('office.why.hours', { count: hours }),
    (rest > 0 || hours === 0) && t('office.why.minutes', { count: rest }),
  ]
    .filter(Boolean)
    .join(' ')
}
