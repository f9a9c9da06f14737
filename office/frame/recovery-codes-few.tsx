import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

const fewMax = 2

/** Right after signing in: says when hardly any recovery code is left. The demo's people have none, and need none. */
export function RecoveryCodesFew({ county }: { county: number | undefined }) {
  const { t } = useSay()
  const memory = useQueryClient()
  const [left] = useState(() => memory.getQueryData<number>(['recoveryCodesLeft']))
  const isDemo = useQuery(reading('readSettings')).data?.demo ?? true
  const [isRead, setIsRead] = useState(false)
  if (left === undefined || left > fewMax || isRead || isDemo || county === undefined) return null
  const read = () => {
    memory.removeQueries({ queryKey: ['recoveryCodesLeft'] })
    setIsRead(true)
  }
  return (
    <p className="quiet-line" aria-live="polite">
      {t('office.codes.few', { count: left })}{' '}
      <Link to="/$county/account" params={{ county }} onClick={read}>
        {t('office.codes.renew')}
      </Link>{' '}
      <button type="button" className="link" onClick={read}>
        {t('office.close')}
      </button>
    </p>
  )
}
