import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  id?: string
  county: number
  label: string
  value: number | undefined
  onChange: (region: number | undefined) => void
  placeholder?: string
  /** What to say where nothing begins like that. */
  none: string
}

const village = 5

/** A community or grid by the beginning of its name, with the keyboard alone. */
export function PlaceSearch({ id, county, label, value, onChange, placeholder, none }: Props) {
  const { name } = useSay()
  const [words, setWords] = useState('')
  const asked = words.trim()
  const { data: found, isFetching } = useQuery({ ...reading('searchRegions', { query: { words: asked, county } }), enabled: asked !== '' })
  const { data: towns } = useQuery({ ...reading('listRegions', { query: { parent: county } }), staleTime: 300_000 })
  const { data: chosen } = useQuery({ ...reading('readRegion', { params: { region: value ?? county } }), enabled: value !== undefined })
  const townOf = (parent: number | null) => {
    const town = towns?.items.find((one) => one.id === parent)
    return town ? ` · ${name(town.name)}` : ''
  }
  // Communities before their grids, which bear the same name.
  const rows = (asked === '' ? [] : (found?.items ?? [])).filter(({ level }) => level > 3 && level < 7).toSorted((one, other) => Math.abs(one.level - village) - Math.abs(other.level - village))
  const options = rows.map((row) => ({ value: row.id, label: `${name(row.name)}${townOf(row.parent)}` }))
  if (value !== undefined && chosen && !options.some((one) => one.value === value)) options.push({ value, label: name(chosen.region.name) })
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={value}
      onChange={(region: number | undefined) => onChange(region)}
      options={options}
      loading={isFetching}
      placeholder={placeholder}
      notFoundContent={asked !== '' && found && !isFetching ? none : null}
      popupMatchSelectWidth={300}
    />
  )
}
