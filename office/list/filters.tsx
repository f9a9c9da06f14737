import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState, type FormEvent } from 'react'
import type { CaseList } from '#contract/cases.ts'
import { CodeFilter } from '../codes/code-filter.tsx'
import { BodySelect } from '../controls/body-select.tsx'
import { CategorySelect } from '../controls/category-select.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { useSay } from '../say.ts'
import { levels, states, type ListSearch } from '../search.ts'

interface Props {
  county: number
  list: CaseList
  search: ListSearch
}

/** What the list is narrowed to; it stands in the address, so that it can be kept, sent and gone back to. */
export function Filters({ county, list, search }: Props) {
  const { t } = useSay()
  const navigate = useNavigate()
  const set = (change: ListSearch) =>
    void navigate({ to: '/$county/$list', params: { county, list }, search: { ...search, ...change } })
  const count = Object.values(search).filter((value) => value !== undefined).length
  const [isOpen, setIsOpen] = useState(false)
  return (
    <search className={isOpen ? 'filters filters-open' : 'filters'} aria-label={t('office.filters.label')}>
      <button
        type="button"
        className="quiet-button narrow-only"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('office.filters.label')}
        {count > 0 && ` (${count})`}
      </button>
      <FilterRow>
        <NumberFilter key={search.number ?? ''} number={search.number} set={(number) => set({ number })} />
        {list === 'intake' ? null : (
          <Select
            aria-label={t('office.columns.state')}
            className="filter"
            placeholder={t('office.columns.state')}
            allowClear
            value={search.state}
            options={states.map((state) => ({ value: state, label: t(`casework.states.${state}`) }))}
            onChange={(state: ListSearch['state']) => set({ state })}
          />
        )}
        <CategorySelect
          className="filter"
          county={county}
          label={t('office.columns.category')}
          placeholder={t('office.columns.category')}
          value={search.category}
          onChange={(category) => set({ category })}
        />
        {list === 'cases' && <CodeFilter county={county} value={search.code} onChange={(code) => set({ code })} />}
        <Select
          aria-label={t('office.columns.level')}
          className="filter"
          placeholder={t('office.columns.level')}
          allowClear
          value={search.level}
          options={levels.map((level) => ({ value: level, label: t(`casework.levels.${level}`) }))}
          onChange={(level: ListSearch['level']) => set({ level })}
        />
        <RegionSelect
          className="filter"
          county={county}
          label={t('office.columns.place')}
          placeholder={t('office.columns.place')}
          allowClear
          value={search.region}
          onChange={(region) => set({ region })}
        />
        <span className="filter filter-body">
          <BodySelect
            county={county}
            label={t('office.filters.body')}
            placeholder={t('office.filters.body')}
            allowClear
            value={search.body}
            onChange={(body) => set({ body })}
          />
        </span>
        <label className="check">
          <input
            type="checkbox"
            checked={search.mine ?? false}
            onChange={(event) => set({ mine: event.target.checked || undefined })}
          />
          {t('office.filters.mine')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={search.overdue ?? false}
            onChange={(event) => set({ overdue: event.target.checked || undefined })}
          />
          {t('office.filters.overdue')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={search.open ?? false}
            onChange={(event) => set({ open: event.target.checked || undefined })}
          />
          {t('office.filters.open')}
        </label>
        {count > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => void navigate({ to: '/$county/$list', params: { county, list } })}
          >
            {t('office.filters.clear')}
          </button>
        )}
      </FilterRow>
    </search>
  )
}

function NumberFilter({ number, set }: { number: string | undefined; set: (number: string | undefined) => void }) {
  const { t } = useSay()
  const [typed, setTyped] = useState(number ?? '')
  const apply = () => {
    if (typed.trim() !== (number ?? '')) set(typed.trim() || undefined)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <form onSubmit={send} className="filter-number">
      <input
        className="line-input figures"
        aria-label={t('office.filters.number')}
        placeholder={t('office.columns.number')}
        value={typed}
        maxLength={20}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
      />
    </form>
  )
}
