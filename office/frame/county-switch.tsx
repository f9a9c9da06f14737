import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'

/** In which county one works. With one county it is only said. */
export function CountySwitch({ county }: { county: number | undefined }) {
  const { t, name } = useSay()
  const { counties } = useSession()
  const navigate = useNavigate()
  const current = counties.find(({ id }) => id === county)
  if (counties.length < 2) return <span className="top-county">{current && name(current.name)}</span>
  return (
    <Select
      className="top-county"
      variant="borderless"
      aria-label={t('office.county')}
      value={county}
      options={counties.map((one) => ({ value: one.id, label: name(one.name) }))}
      onChange={(chosen: number) => void navigate({ to: '/$county/$list', params: { county: chosen, list: 'work' } })}
    />
  )
}
