import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { FigureKey } from '#contract/figure-keys.ts'
import type { CaseBehind } from '#contract/figures.ts'
import type { Operations } from '#contract/index.ts'
import { fullDateWords, timeWords } from '#screen/time.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { Missing } from '../controls/missing.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { StateMark } from '../controls/state-mark.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { useReader } from '../reader.ts'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import type { BehindSearch } from '../search.ts'
import { useCounty } from '../session.ts'
import { ExportButtons } from './export-buttons.tsx'
import { How } from './how.tsx'
import { whole } from './number-link.tsx'
import { spanText } from './span-words.ts'

const route = getRouteApi('/frame/$county/figures/cases')

/** The cases behind a number, just these. */
export function BehindPage() {
  const { figure, ...search } = route.useSearch()
  return figure ? <Behind search={{ ...search, figure }} /> : <Missing />
}

function Behind({ search }: { search: BehindSearch & { figure: FigureKey } }) {
  const { t } = useSay()
  const county = useCounty()
  const { figure, over, ...filters } = search
  const title = t(`figures.keys.${figure}`)
  usePageTitle(title)
  const pages = useInfiniteQuery({
    ...readingPages('listCasesBehind', { params: { county }, query: { ...search, limit: 50 } }),
    placeholderData: keepPreviousData,
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const of = pages.data?.pages.at(-1)
  const total = of?.total
  return (
    <section className="list-page" aria-labelledby="behind-heading">
      <p className="no-print">
        <Link className="quiet-button" to="/$county/figures" params={{ county }} search={filters}>
          <Icon name="back" /> {t('figures.page.back')}
        </Link>
      </p>
      <header className="list-head">
        <h1 id="behind-heading">{title}</h1>
        {total !== undefined && (
          <p className="list-total figures" aria-live="polite">
            {t('figures.page.behindTotal', { count: whole(total) as never })}
            {over !== undefined && ` · ${t('figures.page.behindOver', { span: spanText(t, over) })}`}
          </p>
        )}
        {of && <Of of={of} figure={figure} search={search} />}
        <ExportButtons county={county} search={filters} behind={search} />
      </header>
      <How of={definitionOf(figure)} />
      {pages.isPending && <Loading lines={10} />}
      {pages.isError && rows.length === 0 ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? <Empty title={t('figures.page.behindNone')} words={t('figures.page.behindNoneWords')} /> : null}
      {rows.length > 0 && <Lines rows={rows} figure={figure} county={county} />}
      <MorePages of={pages}>
          <span className="soft figures">
            {whole(rows.length)} / {whole(total ?? 0)}
          </span>
      </MorePages>
    </section>
  )
}

/** What these are the cases of, in words. What is open is so now, whatever the period. */
function Of({ of, figure, search }: { of: Omit<Operations['listCasesBehind']['reply'], 'items'>; figure: FigureKey; search: BehindSearch }) {
  const { t, name, language } = useSay()
  const day = (date: string) => fullDateWords(`${date}T12:00:00Z`, { zone: 'UTC', language })
  const category = search.category === 'none' ? t('figures.unsorted') : of.category && name(of.category)
  const days = figure.startsWith('open') ? null : t('figures.page.days', { from: day(of.period.from), to: day(of.period.to) })
  return <p className="list-total">{[name(of.region.name), of.body && name(of.body.name), category, search.channel && t(`casework.channels.${search.channel}`), search.unplaced && t('figures.unplaced'), days].filter(Boolean).join(' · ')}</p>
}

const special: Partial<Record<FigureKey, string>> = { 'closed.planned': 'planned', 'received.byCaller': 'byCaller', 'received.byPlace': 'byPlace', 'sample.all': 'reached', 'sample.reached': 'reached' }
const ofHead: Record<string, string> = { return: 'returned', dispatch: 'misdispatched', reopen: 'reopened', sample: 'foundSolved', recall: 'recalledSolved', exclusion: 'excluded' }

/** Which definition stands for a number. */
function definitionOf(figure: FigureKey): string {
  const [head = ''] = figure.split('.')
  if (figure.endsWith('.excluded')) return 'excluded'
  if (special[figure]) return special[figure]
  if (figure.startsWith('closed.')) return 'claimed'
  if (head === 'rated') return figure.includes('ontacted') ? 'contacted' : /satisfied|middling/.test(figure) ? 'satisfied' : 'solved'
  return ofHead[head] ?? head
}

/** What the time of a line is. */
const timeOf = (figure: FigureKey) => {
  if (figure === 'received' || figure.startsWith('open')) return 'received'
  if (figure.startsWith('closed') || figure.startsWith('spans')) return 'closed'
  return figure.startsWith('rated') ? 'rated' : 'mark'
}

function Lines({ rows, figure, county }: { rows: CaseBehind[]; figure: FigureKey; county: number }) {
  const { t, name } = useSay()
  const reader = useReader()
  const isRuled = rows.some(({ ruledBy }) => ruledBy !== null)
  const hasClocks = !isRuled && rows.some(({ late }) => late !== null)
  const lateWord = (late: boolean) => t(isRuled ? (late ? 'figures.lines.refused' : 'figures.lines.granted') : late ? 'figures.lines.yes' : 'figures.lines.no')
  const hasMinutes = rows.some(({ minutes }) => minutes !== null)
  return (
    <table className="cases">
      <caption className="sr-only">{t(`figures.keys.${figure}`)}</caption>
      <thead>
        <tr>
          <th scope="col" className="cell-number">
            {t('office.columns.number')}
          </th>
          <th scope="col" className="cell-title">
            {t('office.columns.title')}
          </th>
          <th scope="col" className="cell-category">
            {t('office.columns.category')}
          </th>
          <th scope="col" className="cell-place">
            {t('office.columns.place')}
          </th>
          <th scope="col" className="cell-desk">
            {t('figures.body')}
          </th>
          <th scope="col" className="cell-state">
            {t('office.columns.state')}
          </th>
          {hasMinutes && <th scope="col">{t(`figures.keys.${figure.startsWith('spans') ? figure : 'spans.close'}`)}</th>}
          <th scope="col">{t(`figures.page.at.${timeOf(figure)}`)}</th>
          {hasClocks && <th scope="col">{t('figures.lines.endedAt')}</th>}
          {isRuled && <th scope="col">{t('figures.lines.ruledBy')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={`${row.id} ${row.at} ${i}`}>
            <td className="cell-number figures">{row.number}</td>
            <th scope="row" className="cell-title">
              {row.title === null ? (
                <span className="soft">{t('figures.page.unread')}</span>
              ) : (
                <Link to="/$county/cases/$id" params={{ county, id: row.id }} title={row.title}>
                  {row.title}
                </Link>
              )}
            </th>
            <td className="cell-category" data-label={t('office.columns.category')}>
              {row.category ? name(row.category) : <span className="soft">{t('office.list.unsorted')}</span>}
            </td>
            <td className="cell-place" data-label={t('office.columns.place')}>
              {row.place.map((place) => (
                <span key={place.zh}>{name(place)} </span>
              ))}
            </td>
            <td className="cell-desk" data-label={t('figures.body')}>
              {name(row.body.name)}
            </td>
            <td className="cell-state" data-label={t('office.columns.state')}>
              <StateMark state={row.state as never} />
            </td>
            {hasMinutes && <td className="figures">{spanText(t, row.minutes)}</td>}
            <td className={row.late && !isRuled ? 'figures late' : 'figures'}>
              {timeWords(row.at, reader)}
              {row.late === null ? null : <span className="late-word"> {lateWord(row.late)}</span>}
            </td>
            {isRuled && (
              <td data-label={t('figures.lines.ruledBy')}>
                {row.ruledBy && name(row.ruledBy.name)}
                {row.ground && <span className="soft"> {t(`casework.exclusionGrounds.${row.ground}`)}</span>}
              </td>
            )}
            {hasClocks && <td className="figures">{row.endedAt ? timeWords(row.endedAt, reader) : <span className="late">{t('figures.page.stillOpen')}</span>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
