import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Operations } from '#contract/index.ts'
import { Failing } from '../controls/failing.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'

/** Where the cases went, and those of this county, each the way to itself. */
export function TakenIn({ county, id, places }: { county: number; id: string; places: Operations['readImport']['reply']['places'] }) {
  const { t, name } = useSay()
  const pages = useInfiniteQuery(readingPages('listImported', { params: { county, id }, query: { limit: 20 } }))
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  if (places.length === 0) return null
  return (
    <section aria-labelledby="places-heading">
      <h2 id="places-heading">{t('imports.page.places')}</h2>
      <dl className="import-places">
        {places.map((place) => (
          <div key={place.county.zh}>
            <dt>{name(place.county)}</dt>
            <dd className="figures">{t('imports.page.placeCases', { cases: place.cases, answered: place.answered })}</dd>
          </div>
        ))}
      </dl>
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {rows.length > 0 && (
        <>
          <h2>{t('imports.page.cases')}</h2>
          <ul className="import-cases">
            {rows.map((row) => (
              <li key={row.case}>
                <Link to="/$county/cases/$id" params={{ county, id: row.case }} className="figures">
                  {row.number}
                </Link>
                <span className="import-title">{row.title}</span>
                <span className="soft figures">{t('imports.page.line', { line: row.line })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <MorePages of={pages} />
    </section>
  )
}
