import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { CaseList } from '#contract/cases.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { BulkBar } from './bulk-bar.tsx'
import { CaseTable } from './case-table.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { useColumns } from './columns.ts'
import { Filters } from './filters.tsx'
import { FreshLine } from './fresh-line.tsx'
import { KeyHelp } from './key-help.tsx'
import { TrackRow } from './track-row.tsx'
import { useBulk } from './use-bulk.ts'
import { useListKeys } from './use-list-keys.ts'
import { useSelection } from './use-selection.ts'
import { Views } from './views.tsx'

const route = getRouteApi('/frame/$county/$list')
const pageSize = 50

/** One list of cases: its views, its filters, its rows, and what can be done with several at once. */
export function ListPage() {
  const { list } = route.useParams()
  // Another list is another page: nothing of the one before is kept.
  return <CasesOf key={list} list={list} />
}

function CasesOf({ list }: { list: CaseList }) {
  const { t } = useSay()
  const county = useCounty()
  const search = route.useSearch()
  usePageTitle(t(`office.menu.${list}`))
  const pages = useInfiniteQuery({
    ...readingPages('listCases', { params: { county }, query: { list, ...search, limit: pageSize } }),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const selection = useSelection(`${county}/${list}`, rows)
  const bulk = useBulk(county, list, rows, selection)
  const columns = useColumns(list)
  const [isHelping, setIsHelping] = useState(false)
  const keys = useListKeys({ county, list, rows, selection, bulk, help: () => setIsHelping(!isHelping) })
  const last = pages.data?.pages.at(-1)
  const isFiltered = Object.values(search).some((value) => value !== undefined)

  return (
    <section className="list-page" aria-labelledby="list-heading">
      <header className="list-head">
        <h1 id="list-heading">{t(`office.menu.${list}`)}</h1>
        {last && (
          <p className="list-total" aria-live="polite">
            {t(last.totalIsMore ? 'office.list.totalIsMore' : 'office.list.total', { count: last.total })}
          </p>
        )}
        <Views list={list} search={search} />
        {list === 'cases' && <TrackRow county={county} search={search} />}
        <span className="list-tools">
          <button
            type="button"
            className="quiet-button wide-only"
            aria-expanded={isHelping}
            onClick={() => setIsHelping(!isHelping)}
          >
            {t('office.keys.label')} <kbd>?</kbd>
          </button>
          <ColumnChoice columns={columns} />
        </span>
      </header>
      {isHelping && <KeyHelp close={() => setIsHelping(false)} canBulk={bulk.acts.length > 0} />}
      <Filters county={county} list={list} search={search} />
      <FreshLine county={county} rows={rows} readAt={pages.dataUpdatedAt} reload={() => pages.refetch()} />
      {pages.isPending && <Loading lines={12} />}
      {pages.isError && rows.length === 0 ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Empty
          title={t(isFiltered ? 'office.list.noneFound' : `office.list.none.${list}`)}
          words={t(isFiltered ? 'office.list.noneFoundWords' : `office.list.noneWords.${list}`)}
        />
      ) : null}
      {rows.length > 0 && (
        <CaseTable
          county={county}
          list={list}
          rows={rows}
          columns={columns.chosen}
          selection={bulk.acts.length > 0 ? selection : undefined}
          results={bulk.results}
          keys={keys}
          isStale={pages.isPlaceholderData}
        />
      )}
      <MorePages of={pages}>
          {last && !last.totalIsMore ? (
            <span className="soft figures">
              {rows.length} / {last.total}
            </span>
          ) : null}
      </MorePages>
      <BulkBar county={county} bulk={bulk} selection={selection} />
    </section>
  )
}
