import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { When } from '../../controls/when.tsx'
import { MorePages } from '../../controls/more-pages.tsx'
import { readingPages } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { useSession } from '../../session.ts'
import type { PartProps } from '../settings-page.tsx'

const shown = { all: undefined, opened: true, notOpened: false } as const

/** What the sources sent, and the cases that came of it. */
export function Signals({ county }: PartProps) {
  const { t } = useSay()
  const { may } = useSession()
  const [which, setWhich] = useState<keyof typeof shown>('all')
  const pages = useInfiniteQuery({
    ...readingPages('listSignals', { params: { county }, query: { limit: 30, opened: shown[which] } }),
    staleTime: 0,
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="settings-list exchange-list">
      <Segmented
        aria-label={t('exchange.kinds.signals')}
        value={which}
        onChange={setWhich}
        options={(['all', 'opened', 'notOpened'] as const).map((value) => ({ value, label: t(`exchange.signals.${value}`) }))}
      />
      {pages.isPending && <Loading lines={8} />}
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Empty title={t('exchange.signals.none')} words={t('exchange.signals.noneWords')} />
      ) : null}
      {rows.length > 0 && (
        <div className="import-scroll">
          <table className="plain">
            <caption className="sr-only">{t('exchange.kinds.signals')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('exchange.signals.what')}</th>
                <th scope="col">{t('exchange.signals.source')}</th>
                <th scope="col">{t('exchange.signals.count')}</th>
                <th scope="col">{t('exchange.signals.last')}</th>
                <th scope="col">{t('exchange.signals.case')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.subject || one.origin}
                    <span className="soft figures rule-when">{one.type}</span>
                  </th>
                  <td>{one.source}</td>
                  <td>
                    {t('exchange.signals.countOf', { count: one.count })}
                    <span className="soft rule-when">{t('exchange.signals.severityOf', { n: one.severity })}</span>
                  </td>
                  <td>
                    <When at={one.lastAt} />
                  </td>
                  <td>
                    {one.case && !may('case.read') ? <span className="figures">{one.case.number}</span> : null}
                    {one.case && may('case.read') ? (
                      <Link to="/$county/cases/$id" params={{ county, id: one.case.id }} className="figures">
                        {one.case.number}
                      </Link>
                    ) : null}
                    {one.case ? null : <span className="soft">{t('exchange.signals.noCase')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MorePages of={pages} />
    </div>
  )
}
