import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failing } from '../controls/failing.tsx'
import { When } from '../controls/when.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** The signal that opened a case: which device, how often, since when, and what it measured last. */
export function SignalBehind({ county, id }: { county: number; id: string }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('readSignalOfCase', { params: { county, id } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  const signal = data?.signal
  if (!signal) return null
  const facts: [string, ReactNode][] = [
    [t('exchange.signals.source'), signal.source],
    [t('exchange.signals.what'), <span className="figures" key="type">{signal.type}</span>],
    ...(signal.subject ? [[t('exchange.signals.of'), signal.subject] as [string, string]] : []),
    [t('exchange.signals.count'), t('exchange.signals.countOf', { count: signal.count })],
    [t('exchange.signals.severity'), signal.severity],
    [t('exchange.signals.first'), <When key="first" at={signal.firstAt} />],
    [t('exchange.signals.last'), <When key="last" at={signal.lastAt} />],
    ...Object.entries(signal.said),
  ]
  return (
    <section aria-label={t('exchange.signals.behind')} className="appeal">
      <h2>{t('exchange.signals.behind')}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div className="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
