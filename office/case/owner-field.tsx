import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Field } from '../controls/field.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  county: number
  category: string | undefined
  /** The narrowest region that is known. */
  place: number | undefined
  value: string | undefined
  onChange: (owner: string | undefined) => void
}

/** Whose the asset is, asked only where the routing catalogue sends it elsewhere for it. */
export function OwnerField({ county, category, place, value, onChange }: Props) {
  const { t, name } = useSay()
  const { data } = useQuery({
    ...reading('findRoute', { params: { county }, query: { category, place } }),
    enabled: category !== undefined,
    staleTime: 60_000,
  })
  const owners = data?.owners ?? []
  if (owners.length === 0) return null
  return (
    <Field label={t('policies.routing.route.owners')} optional={t('office.optional')}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={t('policies.routing.route.owners')}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen || undefined)}
          options={[
            { value: '', label: t('policies.routing.route.unknown') },
            ...owners.map((one) => ({ value: one.key, label: name(one.name) })),
          ]}
        />
      )}
    </Field>
  )
}
