import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { things, typeKeyOf } from '#contract/site-codes.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { classesOf } from './code-draft.ts'

interface Props {
  county: number
  /** The key of a type, or the whole code of one component. */
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** Cases of one kind of component or event, or of one component by its code. Not there where the county has no list. */
export function CodeFilter({ county, value, onChange }: Props) {
  const { t, name } = useSay()
  const { data } = useQuery({ ...reading('readCodes', { params: { county } }), staleTime: 300_000, retry: false })
  if (!data || data.types.length === 0) return null
  const isCode = value !== undefined && /^\d+$/.test(value)
  const options = things.flatMap((thing) =>
    classesOf(data, thing).map((ofClass) => ({
      label: `${t(`codes.thing.${thing}`)} · ${name(ofClass.className)}`,
      title: name(ofClass.className),
      options: data.types
        .filter((one) => one.thing === thing && one.class === ofClass.class)
        .map((one) => ({ value: typeKeyOf(one), label: name(one.name), search: `${name(one.name)} ${one.class}${one.type}` })),
    })),
  )
  return (
    <Select
      aria-label={t('codes.report.filter')}
      className="filter"
      placeholder={t('codes.report.filter')}
      allowClear
      value={value}
      options={isCode ? [{ label: t('codes.report.code'), title: value, options: [{ value, label: value, search: value }] }, ...options] : options}
      onChange={(code: string | undefined) => onChange(code)}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={260}
    />
  )
}
