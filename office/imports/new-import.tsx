import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Icon } from '../controls/icon.tsx'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'

/** The way to another import. */
export function NewImport() {
  const { t } = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  return (
    <Button type="primary" size="large" onClick={() => void navigate({ to: '/$county/imports/new', params: { county } })}>
      <Icon name="plus" /> {t('imports.page.create')}
    </Button>
  )
}
