import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

export function RoleSelect({
  id,
  value,
  onChange,
}: {
  id?: string
  value: string | undefined
  onChange: (role: string) => void
}) {
  const { t } = useSay()
  const { data } = useQuery({ ...reading('listRoles'), staleTime: Infinity })
  return (
    <Select
      id={id}
      aria-label={t('office.posts.role')}
      className="wide"
      value={value}
      onChange={onChange}
      options={data?.items.map(({ role }) => ({ value: role, label: t(`organisation.roles.${role}`) }))}
    />
  )
}
