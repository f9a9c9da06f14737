import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { channels } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { fullDateWords, timeWords } from '#screen/time.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useReader } from '../reader.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'
import { useCounty } from '../session.ts'
import { Ages } from './ages.tsx'
import { Attention } from './attention.tsx'
import { Clocks } from './clocks.tsx'
import { Comparison } from './comparison.tsx'
import { Daily } from './daily.tsx'
import { Exclusions } from './exclusions.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { Headline } from './headline.tsx'
import { PerName } from './per-name.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { Said } from './said.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { Spans } from './spans.tsx'
import { Turns } from './turns.tsx'
import { Trend } from './trend.tsx'

const route = getRouteApi('/frame/$county/figures')

/** How it goes in a place over a time: first what needs attention, then the rates, then why. */
export function FiguresPage() {
  const { t } = useSay()
  const county = useCounty()
  const search = route.useSearch()
  usePageTitle(t('office.menu.figures'))
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...reading('readFigures', { params: { county }, query: search }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return (
    <section className="figures-page" aria-labelledby="figures-heading">
      <header className="list-head">
        <h1 id="figures-heading">{t('figures.title')}</h1>
        {data && <Of figures={data} search={search} />}
        {data && <ExportButtons county={county} search={search} />}
      </header>
      <PeriodChoice county={county} search={search} />
      <ScopeChoice county={county} search={search} figures={data} />
      {isPending && <Loading lines={12} />}
      {error ? <Failing error={error} retry={() => void refetch()} /> : null}
      {data && !error ? <Shown figures={data} search={search} isStale={isPlaceholderData} /> : null}
    </section>
  )
}

/** What the numbers are of, in words: it is printed with them. */
function Of({ figures: { region, body, category, period, asOf, tracks }, search }: { figures: Figures; search: FigureSearch }) {
  const { t, name, language } = useSay()
  const reader = useReader()
  const day = (date: string) => fullDateWords(`${date}T12:00:00Z`, { zone: 'UTC', language })
  const trackName = tracks.find(({ key }) => key === search.track)?.name
  const sorted = search.category === 'none' ? t('figures.unsorted') : category && name(category)
  return (
    <p className="list-total">
      {[name(region.name), body && name(body.name), trackName && name(trackName), sorted, search.channel && t(`casework.channels.${search.channel}`), search.unplaced && t('figures.unplaced'), t('figures.page.days', { from: day(period.from), to: day(period.to) })].filter(Boolean).join(' · ')}
      {period.isOver ? null : ` · ${t('figures.page.untilNow', { at: timeWords(asOf, reader) })}`}
    </p>
  )
}

function Shown({ figures, search, isStale }: { figures: Figures; search: FigureSearch; isStale: boolean }) {
  const { t } = useSay()
  if (Object.keys(figures.counts).length === 0)
    return <Empty title={t('figures.page.nothing')} words={t('figures.page.nothingWords')} />
  return (
    <div className={isStale ? 'figures figures-stale' : 'figures'} aria-busy={isStale}>
      <Attention figures={figures} search={search} />
      <Headline figures={figures} search={search} />
      <div className="figures-two">
        <Clocks figures={figures} search={search} />
        <Spans figures={figures} search={search} />
      </div>
      <div className="figures-two">
        <Said figures={figures} search={search} />
        <Ages figures={figures} search={search} />
      </div>
      <div className="figures-two">
        <Turns figures={figures} search={search} />
        <Exclusions figures={figures} search={search} />
      </div>
      <Trend figures={figures} search={search} />
      <Daily figures={figures} />
      <Comparison figures={figures} search={search} />
      <PerName
        what="bodies"
        search={search}
        rows={figures.bodies.map(({ body, counts }) => ({ key: body.id, name: body.name, counts, search: { body: body.id } }))}
      />
      <PerName
        what="tracks"
        search={search}
        rows={figures.tracks.map(({ key, name, counts }) => ({ key, name, counts, search: { track: key } }))}
      />
      <PerName
        what="places"
        search={search}
        rows={figures.places.map(({ region, counts }) => ({
          key: String(region?.id ?? 0),
          name: region?.name ?? { zh: t('figures.unplaced') },
          counts,
          search: region ? { region: region.id } : { unplaced: true },
        }))}
      />
      <PerName
        what="channels"
        search={search}
        rows={figures.channels.map(({ channel, counts }) => ({
          key: channel,
          name: { zh: t(`casework.channels.${channel}`) },
          counts,
          search: { channel: channels.find((one) => one === channel) },
        }))}
      />
      <PerName
        what="categories"
        search={search}
        rows={figures.categories.map(({ key, name, counts }) => ({
          key: key ?? 'none',
          name: name ?? { zh: t('figures.unsorted') },
          counts,
          search: { category: key ?? 'none' },
        }))}
      />
    </div>
  )
}
