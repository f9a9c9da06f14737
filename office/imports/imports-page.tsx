import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { When } from '../controls/when.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { isAtWork, lookAgainMs } from './at-work.ts'
import { NewImport } from './new-import.tsx'

/** What was taken in from other platforms, and the way to take in more. */
export function ImportsPage() {
  const { t } = useSay()
  const county = useCounty()
  usePageTitle(t('imports.page.menu'))
  const pages = useInfiniteQuery({
    ...readingPages('listImports', { params: { county }, query: { limit: 30 } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isAtWork)) ? lookAgainMs : false),
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="list-page" aria-labelledby="imports-heading">
      <header className="list-head">
        <h1 id="imports-heading">{t('imports.page.menu')}</h1>
        <span className="list-tools">
          <NewImport />
        </span>
      </header>
      <p className="import-lead">{t('imports.page.lead')}</p>
      {pages.isPending && <Loading lines={8} />}
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Empty title={t('imports.page.none')} words={t('imports.page.noneWords')} />
      ) : null}
      {rows.length > 0 && (
        <div className="import-scroll">
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">{t('imports.page.columns.file')}</th>
                <th scope="col">{t('imports.page.columns.state')}</th>
                <th scope="col" className="import-number">
                  {t('imports.page.columns.in')}
                </th>
                <th scope="col" className="import-number">
                  {t('imports.page.columns.before')}
                </th>
                <th scope="col" className="import-number">
                  {t('imports.page.columns.bad')}
                </th>
                <th scope="col">{t('imports.page.columns.by')}</th>
                <th scope="col">{t('imports.page.columns.at')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to="/$county/imports/$id" params={{ county, id: row.id }}>
                      {row.fileName}
                    </Link>
                    <span className="soft import-source">{row.source}</span>
                  </th>
                  <td>{t(`imports.states.${row.state}`)}</td>
                  <td className="import-number figures">{row.in}</td>
                  <td className="import-number figures">{row.before}</td>
                  <td className="import-number figures">{row.bad}</td>
                  <td>{row.by ?? t('imports.page.operator')}</td>
                  <td>
                    <When at={row.madeAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MorePages of={pages} />
    </section>
  )
}
