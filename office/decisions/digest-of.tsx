import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { timeWords } from '#screen/time.ts'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { useReader } from '../reader.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** The day in a minute: what waits, what is late, what others decided, what moves unusually. */
export function DigestOf({ county }: { county: number }) {
  const { t, name } = useSay()
  const reader = useReader()
  const { data, error, isPending, refetch } = useQuery({ ...reading('readDigest', { params: { county } }), staleTime: 60_000 })
  if (isPending) return <Loading lines={8} />
  if (error) return <Failing error={error} retry={() => void refetch()} />
  return (
    <dl className="digest">
      <Line title={t('office.digest.waiting')} count={data.waiting} words={data.oldest ? t('office.digest.oldest', { at: timeWords(data.oldest, reader) }) : undefined}>
        {data.lateRequests > 0 && <span className="late">{t('office.digest.lateRequests', { count: data.lateRequests })}</span>}
        <span>{t(data.beyond > 0 ? 'office.digest.beyondWords' : 'office.digest.within', { limit: data.limit, done: data.decidedToday, count: data.beyond })}</span>
      </Line>
      <Line
        title={t('office.digest.late')}
        isLate={data.late > 0}
        count={
          data.late === 0 ? (
            0
          ) : (
            <Link className="number" to="/$county/$list" params={{ county, list: 'cases' }} search={{ overdue: true, open: true }}>
              {data.late}
            </Link>
          )
        }
        words={t('office.digest.ofOpen', { count: data.open })}
      />
      <Line title={t('office.digest.byOthers')} count={data.byOthers.reduce((sum, one) => sum + one.count, 0)} words={data.byOthers.map((one) => t('office.digest.byOne', one)).join(t('office.digest.and'))} />
      <Line title={t('office.digest.byRule')} count={data.byRule} words={t('office.digest.ofReceived', { count: data.received })} />
      <Line title={t('office.digest.unusual')} count={data.unusual.length} words={data.unusual.length === 0 ? t('office.digest.calm') : undefined}>
        {data.unusual.map((one) => (
          <Link key={one.category} className="number" to="/$county/$list" params={{ county, list: 'cases' }} search={{ category: one.category }}>
            {t('office.digest.moved', { name: name(one.name), count: one.count, usual: Math.round(one.usual * 10) / 10 })}
          </Link>
        ))}
      </Line>
    </dl>
  )
}

function Line({ title, count, words, isLate, children }: { title: string; count: ReactNode; words?: string | undefined; isLate?: boolean; children?: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={isLate ? 'digest-count figures late' : 'digest-count figures'}>{count}</dd>
      <dd className="digest-words">
        {words && <span>{words}</span>}
        {children}
      </dd>
    </div>
  )
}
