import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { download } from '#screen/api.ts'
import { timeWords } from '#screen/time.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { FilterRow } from '../../controls/filter-row.tsx'
import { keep } from '../../controls/keep-file.ts'
import { Loading } from '../../controls/loading.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { reading } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { EntryTable } from './entry-table.tsx'
import { RouteShown } from './route-shown.tsx'

const villageLevel = 5

/** Who would get it, and all entries. */
export function RoutingInForce({ county }: { county: number }) {
  const { t, name } = useSay()
  const reader = useReader()
  const { search, set } = useSettingsSearch()
  const { place, category, owner } = search
  const [isSaving, setIsSaving] = useState(false)
  const catalogue = useQuery(reading('readRouting', { params: { county } }))
  const isAsked = category !== undefined || place !== undefined
  const route = useQuery({
    ...reading('findRoute', { params: { county }, query: { category, place, owner } }),
    enabled: isAsked,
  })
  const { data } = catalogue
  const save = async () => {
    setIsSaving(true)
    try {
      keep(await download('exportRouting', { params: { county } }))
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <div className="settings-list">
      <p className="book-ask">{t('policies.routing.force.ask')}</p>
      <FilterRow>
        <CategorySelect
          county={county}
          label={t('policies.routing.columns.category')}
          className="filter"
          placeholder={t('policies.routing.columns.category')}
          value={category}
          onChange={(next) => set({ category: next })}
        />
        <RegionSelect
          county={county}
          label={t('policies.routing.columns.place')}
          className="filter"
          lowest={villageLevel}
          placeholder={t('policies.routing.columns.place')}
          allowClear
          value={place}
          onChange={(next) => set({ place: next })}
        />
        <Select
          aria-label={t('policies.routing.columns.owner')}
          className="filter"
          placeholder={t('policies.routing.columns.owner')}
          allowClear
          value={owner}
          options={(data?.owners ?? []).map((one) => ({ value: one.key, label: name(one.name) }))}
          onChange={(next: string | undefined) => set({ owner: next })}
        />
        {data && (
          <span className="push soft">
            {data.effectiveFrom
              ? `${t('policies.holds.version', { version: data.book })} · ${t('policies.holds.since', { at: timeWords(data.effectiveFrom, reader) })}`
              : t('policies.routing.force.none')}
          </span>
        )}
      </FilterRow>
      {isAsked && route.error ? <Failing error={route.error} retry={() => void route.refetch()} /> : null}
      {isAsked && route.data && <RouteShown route={route.data} />}
      {catalogue.error ? <Failing error={catalogue.error} retry={() => void catalogue.refetch()} /> : null}
      {!data && !catalogue.error ? <Loading lines={8} /> : null}
      {data && data.entries.length === 0 && <Empty title={t('policies.routing.force.none')} />}
      {data && data.entries.length > 0 && (
        <EntryTable entries={data.entries}>
          <button type="button" className="quiet-button push" disabled={isSaving} onClick={() => void save()}>
            {t('policies.routing.force.download')}
          </button>
        </EntryTable>
      )}
    </div>
  )
}
