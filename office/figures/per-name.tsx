import { useState } from 'react'
import { clockKinds, type FigureKey } from '#contract/figure-keys.ts'
import type { InBoth } from '#contract/wire.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { HowEach } from './how.tsx'
import { NumberLink } from './number-link.tsx'
import { isSmallOf, Share, ShareOf } from './share.tsx'

interface Row {
  key: string
  name: InBoth
  counts: Record<string, number>
  /** What narrows the figures to it. */
  search: FigureSearch
}

const shownMax = 8
const headOf = { bodies: 'figures.body', places: 'figures.place', channels: 'figures.channel', tracks: 'figures.track', categories: 'figures.category' } as const

/** The same for each body, place, channel or category: the one with most overdue first, the rest folded. */
export function PerName({ what, rows, search }: { what: 'bodies' | 'places' | 'channels' | 'tracks' | 'categories'; rows: Row[]; search: FigureSearch }) {
  const { t, name } = useSay()
  const [isWhole, setIsWhole] = useState(false)
  const bad = ({ counts }: Row) => clockKinds.reduce((sum, kind) => sum + (counts[`${kind}.late`] ?? 0), counts['open.older'] ?? 0)
  const busy = ({ counts }: Row) => Object.values(counts).reduce((sum, count) => sum + count, 0)
  const sorted = rows.toSorted((a, b) => bad(b) - bad(a) || busy(b) - busy(a))
  const shown = isWhole ? sorted : sorted.slice(0, shownMax)
  const link = (row: Row, figure: FigureKey, isLate?: true) => (
    <NumberLink
      figure={figure}
      count={row.counts[figure] ?? 0}
      search={search}
      also={row.search}
      name={`${name(row.name)} ${t(`figures.keys.${figure}`)}`}
      isLate={isLate}
    />
  )
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={`${what}-heading`}>
      <h2 id={`${what}-heading`}>{t(`figures.page.${what}`)}</h2>
      <div className="figure-scroll">
        <table className="figure-table per-name">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t(headOf[what])}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.page.received')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.page.closed')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.keys.open')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.keys.open.older')}
              </th>
              {clockKinds.map((kind) => (
                <th key={kind} scope="colgroup" colSpan={2} className="group">
                  {t(`figures.page.clock.${kind}`)}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                {t('figures.page.returned')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.page.solved')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.page.satisfied')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('figures.page.excludedOut')}
              </th>
            </tr>
            <tr>
              {clockKinds.map((kind) => [
                <th key={`${kind}-rate`} scope="col" className="group-first">
                  {t('figures.page.rateShort')}
                </th>,
                <th key={`${kind}-late`} scope="col">
                  {t('figures.page.overdueOf')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row">{name(row.name)}</th>
                <td>{link(row, 'received')}</td>
                <td>{link(row, 'closed')}</td>
                <td>{link(row, 'open')}</td>
                <td>{link(row, 'open.older', true)}</td>
                {clockKinds.map((kind) => [
                  <td key={`${kind}-rate`} className="group-first">
                    <Share rate={kind} counts={row.counts} />
                  </td>,
                  <td key={`${kind}-late`} className="late-of">
                    {row.counts[`${kind}.all`] ? (
                      <>
                        {link(row, `${kind}.late`, true)}
                        <small>/{link(row, `${kind}.all`)}</small>
                      </>
                    ) : null}
                  </td>,
                ])}
                <td>{link(row, 'return.all')}</td>
                <td>
                  <ShareOf rate="solved" counts={row.counts} search={search} also={row.search} name={name(row.name)} />
                </td>
                <td>
                  <ShareOf rate="satisfied" counts={row.counts} search={search} also={row.search} name={name(row.name)} />
                </td>
                <td>
                  <ShareOf rate="excluded" counts={row.counts} search={search} also={row.search} name={name(row.name)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > shownMax && (
        <button type="button" className="link no-print" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('figures.page.fold') : t('figures.page.rest', { count: sorted.length - shownMax })}
        </button>
      )}
      <HowEach
        of={[{ key: what, name: t(`figures.page.${what}`) }]}
        hasStar={shown.some(({ counts }) => ([...clockKinds, 'solved', 'satisfied'] as const).some((rate) => isSmallOf(counts, rate)))}
      />
    </section>
  )
}
