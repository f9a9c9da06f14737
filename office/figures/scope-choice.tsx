import { useNavigate } from '@tanstack/react-router'
import type { Figures } from '#contract/figures.ts'
import { BodySelect } from '../controls/body-select.tsx'
import { CategorySelect } from '../controls/category-select.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { useSay } from '../say.ts'
import type { FigureSearch } from '../search.ts'

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
  const isNarrowed = search.region !== undefined || search.body !== undefined || search.category !== undefined
  const { reach } = figures ?? {}
  return (
    <search className="filters no-print" aria-label={t('figures.page.filters')}>
      <FilterRow>
        <RegionSelect
          className="filter filter-body"
          county={reach?.region.id ?? county}
          lowest={5}
          label={t('figures.scope')}
          placeholder={reach ? name(reach.region.name) : t('figures.scope')}
          allowClear
          value={search.region}
          onChange={(region) => set({ region })}
        />
        {reach?.body ? null : (
          <span className="filter filter-body">
            <BodySelect county={county} label={t('figures.body')} placeholder={t('figures.body')} allowClear value={search.body} onChange={(body) => set({ body })} />
          </span>
        )}
        <CategorySelect className="filter" county={county} label={t('figures.category')} placeholder={t('figures.category')} value={search.category} onChange={(category) => set({ category })} />
        {isNarrowed && (
          <button type="button" className="link" onClick={() => void navigate({ to: '/$county/figures', params: { county }, search: { period: search.period } })}>
            {t('office.filters.clear')}
          </button>
        )}
      </FilterRow>
    </search>
  )
}
