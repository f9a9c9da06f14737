import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { channels } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'
import { BodySelect } from '../controls/body-select.tsx'
import { CategorySelect } from '../controls/category-select.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { TrackSelect } from '../controls/track-select.tsx'
import { useSay } from '../say.ts'
import type { Channel, FigureSearch } from '../search.ts'

interface Props {
  county: number
  search: FigureSearch
  figures: Figures | undefined
}

/** Which place, body and category; only what one has in reach is offered. */
export function ScopeChoice({ county, search, figures }: Props) {
  const { t, name } = useSay()
  const navigate = useNavigate()
  const set = (change: FigureSearch) => void navigate({ to: '/$county/figures', params: { county }, search: { ...search, ...change } })
  const isNarrowed = search.region !== undefined || search.body !== undefined || search.category !== undefined || search.channel !== undefined || search.track !== undefined || search.unplaced === true
  const { reach } = figures ?? {}
  return (
    <search className="filters no-print" aria-label={t('figures.page.filters')}>
      <FilterRow>
        <RegionSelect
          className="filter filter-body"
          county={reach?.region.id ?? county}
          lowest={6}
          label={t('figures.scope')}
          placeholder={reach ? name(reach.region.name) : t('figures.scope')}
          allowClear
          value={search.region}
          onChange={(region) => set({ region, unplaced: undefined })}
        />
        {reach?.body ? null : (
          <span className="filter filter-body">
            <BodySelect county={county} label={t('figures.body')} placeholder={t('figures.body')} allowClear value={search.body} onChange={(body) => set({ body })} />
          </span>
        )}
        <CategorySelect className="filter" county={county} label={t('figures.category')} placeholder={t('figures.category')} value={search.category} onChange={(category) => set({ category })} />
        <TrackSelect county={county} value={search.track} onChange={(track) => set({ track })} />
        <Select
          className="filter"
          aria-label={t('figures.channel')}
          placeholder={t('figures.channel')}
          allowClear
          value={search.channel}
          onChange={(channel: Channel | undefined) => set({ channel })}
          options={channels.map((channel) => ({ value: channel, label: t(`casework.channels.${channel}`) }))}
        />
        {isNarrowed && (
          <button type="button" className="link" onClick={() => void navigate({ to: '/$county/figures', params: { county }, search: { period: search.period } })}>
            {t('office.filters.clear')}
          </button>
        )}
      </FilterRow>
    </search>
  )
}
