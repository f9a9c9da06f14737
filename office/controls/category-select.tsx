import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  id?: string
  county: number
  label: string
  value: string | undefined
  onChange: (category: string | undefined) => void
  placeholder?: string
  allowClear?: boolean
  className?: string
}

/** One of a county's categories, below the heading that it belongs to. */
export function CategorySelect({
  id,
  county,
  label,
  value,
  onChange,
  placeholder,
  allowClear = true,
  className = 'wide',
}: Props) {
  const options = useCategoryOptions(county)
  return (
    <Select
      id={id}
      aria-label={label}
      className={className}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      options={options}
      placeholder={placeholder}
      allowClear={allowClear}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={260}
    />
  )
}

/** Categories as choices: those with others below them are headings. */
export function useCategoryOptions(county: number) {
  const { name } = useSay()
  const { data } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  return useMemo(() => {
    const items = data?.items ?? []
    const option = (category: (typeof items)[number]) => ({
      value: category.key,
      label: name(category.name),
      search: `${category.name.zh} ${category.name.en ?? ''} ${category.hint ? name(category.hint) : ''}`,
    })
    const below = (key: string) => items.filter(({ parent }) => parent === key)
    return items
      .filter(({ parent }) => parent === null)
      .map((top) =>
        below(top.key).length > 0
          ? { label: name(top.name), title: name(top.name), options: below(top.key).map(option) }
          : option(top),
      )
  }, [data, name])
}
