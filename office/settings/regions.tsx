import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegionRow } from '#contract/regions.ts'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { RegionPanel } from './region-panel.tsx'
import type { PartProps } from './settings-page.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

/** The tree of regions, read branch by branch; one region open beside it. */
export function Regions({ county, mayChange }: PartProps) {
  const { search } = useSettingsSearch()
  const { data, error, refetch } = useQuery(reading('readRegion', { params: { region: county } }))
  const open = Number(search.open) || undefined
  return (
    <div className="settings-split">
      <div className="settings-list">
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading /> : null}
        {data && (
          <ul className="tree">
            <Branch row={data.region} isOpen />
          </ul>
        )}
      </div>
      {open ? <RegionPanel key={open} region={open} mayChange={mayChange} /> : null}
    </div>
  )
}

function Branch({ row, isOpen: begun = false }: { row: RegionRow; isOpen?: boolean }) {
  const { t, name } = useSay()
  const { search, open } = useSettingsSearch()
  const [isOpen, setIsOpen] = useState(begun)
  const { data, error, isPending } = useQuery({
    ...reading('listRegions', { query: { parent: row.id } }),
    enabled: isOpen,
  })
  return (
    <li>
      <div className={search.open === String(row.id) ? 'tree-row row-selected' : 'tree-row'}>
        {row.children > 0 ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={isOpen}
            aria-label={t('office.regions.unfold', { name: name(row.name) })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'down' : 'forward'} size={12} />
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        <button type="button" className="tree-name" onClick={() => open(String(row.id))}>
          {name(row.name)}
        </button>
        <span className="soft">{t(`office.regions.levels.${row.level}`)}</span>
        <span className="soft figures">{row.code}</span>
        {!row.hasBoundary && <span className="tree-mark">{t('office.regions.noBoundary')}</span>}
        {row.validTo && <span className="tree-mark">{t('office.regions.until', { day: row.validTo })}</span>}
      </div>
      {isOpen && row.children > 0 ? (
        <ul>
          {isPending && (
            <li>
              <Loading lines={2} />
            </li>
          )}
          {error && (
            <li>
              <Failing error={error} />
            </li>
          )}
          {data?.items.map((child) => (
            <Branch key={child.id} row={child} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
