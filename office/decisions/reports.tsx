import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReportedAct } from '#contract/reported-acts.ts'
import { call } from '#screen/api.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { When } from '../controls/when.tsx'
import { useWhy } from '../controls/why.ts'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useChange } from '../settings/use-change.ts'

/** 先办后报: what was done under grants that I gave and that ask for a report; I note it seen, or take the grant back. */
export function Reports({ county }: { county: number }) {
  const { t } = useSay()
  const why = useWhy()
  const [seen, setSeen] = useState(false)
  const pages = useInfiniteQuery({ ...readingPages('listReportedActs', { params: { county }, query: { limit: 30, seen: seen || undefined } }), staleTime: 0 })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const waiting = rows.filter(({ seenAt }) => seenAt === null)
  const noting = useChange((acts: string[]) => call('noteReportsSeen', { params: { county }, body: { acts } }), ['listReportedActs'])
  const all = waiting.slice(0, 100).map(({ id }) => id)
  return (
    <div className="reports">
      <p className="soft">{t('office.reports.lead')}</p>
      <p className="reports-head">
        <label className="check">
          <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
          {t('office.reports.withSeen')}
        </label>
        {waiting.length > 1 && (
          <Button loading={noting.isPending} onClick={() => noting.mutate(all)}>
            {t('office.reports.allSeen', { count: all.length })}
          </Button>
        )}
      </p>
      {noting.error ? <p className="field-error" role="alert">{why(noting.error)}</p> : null}
      {pages.isPending && <Loading lines={6} />}
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? <Empty title={t('office.reports.none')} words={t('office.reports.noneWords')} /> : null}
      <ul className="reports-list">
        {rows.map((one) => (
          <Row key={one.id} one={one} county={county} isSending={noting.isPending} note={() => noting.mutate([one.id])} />
        ))}
      </ul>
      <MorePages of={pages} />
    </div>
  )
}

function Row({ one, county, isSending, note }: { one: ReportedAct; county: number; isSending: boolean; note: () => void }) {
  const { t, name } = useSay()
  const { kind, at, person, grant, case: about, seenAt } = one
  return (
    <li className={seenAt ? 'report report-seen' : 'report'}>
      <p>
        <strong>{person}</strong> {t(`office.reports.kinds.${kind}`, { defaultValue: t('office.reports.other') })}{' '}
        {about && (
          <Link to="/$county/cases/$id" params={{ county, id: about.id }} className="figures">
            {about.number}
          </Link>
        )}
      </p>
      <p className="soft">
        <When at={at} /> · {t('office.reports.under', { to: name(grant.to) })}{' '}
        {grant.withdrawnAt ? (
          <span>{t('office.reports.withdrawn')}</span>
        ) : (
          <Link to="/$county/settings/{-$part}" params={{ county, part: 'grants' }} search={{ open: grant.id }}>
            {t('office.reports.grant')}
          </Link>
        )}
      </p>
      {seenAt ? (
        <p className="soft">
          {t('office.reports.seen')} <When at={seenAt} />
        </p>
      ) : (
        <Button disabled={isSending} onClick={note}>
          {t('office.reports.note')}
        </Button>
      )}
    </li>
  )
}
