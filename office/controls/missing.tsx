import { Link } from '@tanstack/react-router'
import { useSay } from '../say.ts'

/** For an address that leads nowhere. */
export function Missing() {
  const { t } = useSay()
  return (
    <div className="failing">
      <h1>{t('office.missing.title')}</h1>
      <p>{t('office.missing.words')}</p>
      <Link to="/">{t('office.missing.back')}</Link>
    </div>
  )
}
