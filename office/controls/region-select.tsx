import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useState } from 'react'
import type { RegionRow } from '#contract/regions.ts'
import { call } from '#screen/api.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  id?: string
  county: number
  label: string
  value: number | undefined
  onChange: (region: number | undefined) => void
  placeholder?: string
  allowClear?: boolean
  /** Whether the county itself can be chosen. */
  withCounty?: boolean
  className?: string
  /** The lowest level that can be chosen: 5 village, 6 grid. */
  lowest?: number
}

interface Branch {
  id: number
  pId: number
  value: number
  title: string
  isLeaf: boolean
}

/** A region of a county; the tree is read branch by branch. */
export function RegionSelect({
  id,
  county,
  label,
  value,
  onChange,
  placeholder,
  allowClear,
  withCounty,
  className = 'wide',
  lowest = 6,
}: Props) {
  const { name } = useSay()
  const [read, setRead] = useState<RegionRow[]>([])
  const { data: root } = useQuery(reading('readRegion', { params: { region: county } }))
  const { data: towns } = useQuery(reading('listRegions', { query: { parent: county } }))
  // A region that came with the address may lie in a branch that was not opened yet.
  const { data: chosen } = useQuery({
    ...reading('readRegion', { params: { region: value ?? county } }),
    enabled: value !== undefined,
  })
  const branch = (row: RegionRow): Branch => ({
    id: row.id,
    // What lies above the rows that are read is not drawn.
    pId: rows.some((one) => one.id === row.parent) ? row.parent! : 0,
    value: row.id,
    title: name(row.name),
    isLeaf: row.children === 0 || row.level >= lowest,
  })
  const rows = [...(withCounty && root ? [root.region] : []), ...(towns?.items ?? []), ...read]
  if (value !== undefined && chosen && !rows.some((row) => row.id === chosen.region.id)) rows.push(chosen.region)
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      className={className}
      treeDataSimpleMode={{ rootPId: 0 }}
      treeData={rows.map(branch)}
      loadData={async ({ value: parent }) => {
        const { items } = await call('listRegions', { query: { parent: Number(parent) } })
        setRead((all) => [
          ...all,
          ...items.filter((row) => row.level <= lowest && !all.some((one) => one.id === row.id)),
        ])
      }}
      value={value}
      onChange={(region: number | undefined) => onChange(region)}
      placeholder={placeholder}
      allowClear={allowClear}
      popupMatchSelectWidth={260}
      treeNodeFilterProp="title"
      showSearch
    />
  )
}
