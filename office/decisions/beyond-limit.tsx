import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSay } from '../say.ts'

/** The day's limit is reached: what is above it waits in the digest, and can be opened all the same. */
export function BeyondLimit({ county, count, limit, show }: { county: number; count: number; limit: number; show: () => void }) {
  const { t } = useSay()
  return (
    <section className="beyond-limit" aria-label={t('office.digest.title')}>
      <p>{t('office.digest.beyond', { limit, count })}</p>
      <p>
        <Link className="quiet-button" to="/$county/decisions" params={{ county }} search={{ side: 'digest' }}>
          {t('office.digest.open')}
        </Link>
        <Button onClick={show}>{t('office.digest.showAll')}</Button>
      </p>
    </section>
  )
}
