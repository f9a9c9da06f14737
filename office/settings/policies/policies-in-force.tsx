import { useQuery } from '@tanstack/react-query'
import { policyGroups } from '#contract/policy-fields.ts'
import { timeWords } from '#screen/time.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Failing } from '../../controls/failing.tsx'
import { FilterRow } from '../../controls/filter-row.tsx'
import { Loading } from '../../controls/loading.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { reading } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { usePolicyWords } from './policy-words.ts'

const townLevel = 4

/** The rules for a place and a category, each with the layer that says so. */
export function PoliciesInForce({ county }: { county: number }) {
  const { t } = useSay()
  const reader = useReader()
  const words = usePolicyWords()
  const { search, set } = useSettingsSearch()
  const { place: town, category } = search
  const { data, error, refetch } = useQuery(reading('readPolicy', { params: { county }, query: { town, category } }))
  const of = new Map(data?.fields.map((one) => [one.field, one]))
  return (
    <div className="settings-list">
      <p className="book-ask">{t('policies.force.ask')}</p>
      <FilterRow>
        <RegionSelect
          county={county}
          label={t('policies.force.town')}
          className="filter"
          lowest={townLevel}
          placeholder={t('policies.force.allTowns')}
          allowClear
          value={town}
          onChange={(next) => set({ place: next })}
        />
        <CategorySelect
          county={county}
          label={t('policies.force.category')}
          className="filter"
          placeholder={t('policies.force.allCategories')}
          value={category}
          onChange={(next) => set({ category: next })}
        />
        {data && (
          <span className="push soft">
            {data.effectiveFrom
              ? `${t('policies.holds.version', { version: data.book })} · ${t('policies.holds.since', { at: timeWords(data.effectiveFrom, reader) })}`
              : t('policies.holds.none')}
          </span>
        )}
      </FilterRow>
      {error ? <Failing error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={10} /> : null}
      {data &&
        Object.entries(policyGroups).map(([group, fields]) => (
          <table key={group} className="plain rules">
            <caption>{t(`policies.groups.${group}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('policies.force.field')}</th>
                <th scope="col">{t('policies.force.value')}</th>
                <th scope="col">{t('policies.force.from')}</th>
                <th scope="col">{t('policies.force.below')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => {
                const one = of.get(field)
                return (
                  one && (
                    <tr key={field}>
                      <th scope="row">
                        {words.field(field)}
                        <span className="rule-hint">{words.hint(field)}</span>
                      </th>
                      <td className="rule-value">{words.value(field, one.value)}</td>
                      <td>
                        {one.layer ? words.holds(one.layer) : <span className="soft">{t('policies.holds.default')}</span>}
                      </td>
                      <td className={one.locked ? undefined : 'soft'}>
                        {t(one.locked ? 'policies.holds.locked' : 'policies.holds.open')}
                      </td>
                    </tr>
                  )
                )
              })}
            </tbody>
          </table>
        ))}
    </div>
  )
}
