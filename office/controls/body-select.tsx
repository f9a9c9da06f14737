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
  onChange: (body: string | undefined) => void
  /** Bodies that can't be chosen, such as one chosen already. */
  without?: string[]
  placeholder?: string
  allowClear?: boolean
}

/** One of a county's bodies, found by typing a part of its name. */
export function BodySelect({ id, county, label, value, onChange, without = [], placeholder, allowClear }: Props) {
  const { options, isPending } = useBodyOptions(county, without)
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      options={options}
      loading={isPending}
      placeholder={placeholder}
      allowClear={allowClear}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={300}
    />
  )
}

/** Several of a county's bodies. */
export function BodiesSelect({
  id,
  county,
  label,
  value,
  onChange,
  without = [],
  placeholder,
}: Omit<Props, 'value' | 'onChange'> & {
  value: string[]
  onChange: (bodies: string[]) => void
}) {
  const { options, isPending } = useBodyOptions(county, without)
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      mode="multiple"
      value={value}
      onChange={(chosen: string[]) => onChange(chosen)}
      options={options}
      loading={isPending}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={300}
    />
  )
}

function useBodyOptions(county: number, without: string[]) {
  const { t, name } = useSay()
  const { data, isPending } = useQuery({ ...reading('listBodies', { params: { county } }), staleTime: 300_000 })
  const left = without.join()
  const options = useMemo(
    () =>
      (data?.items ?? [])
        .filter((body) => !body.closedAt && !left.includes(body.id))
        .map((body) => {
          const kind = t(`organisation.bodyKinds.${body.kind}`)
          return {
            value: body.id,
            label: name(body.name),
            search: `${body.name.zh} ${body.name.en ?? ''} ${kind} ${name(body.region.name)}`,
          }
        }),
    [data, left, name, t],
  )
  return { options, isPending }
}
