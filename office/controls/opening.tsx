import { useSay } from '../say.ts'
import { Seal } from './seal.tsx'

/** While the first page is on its way. */
export function Opening() {
  const { t } = useSay()
  return (
    <main className="opening-page" aria-busy="true">
      <Seal size={44} />
      <h1 className="sr-only">{t('office.name')}</h1>
      <p className="sr-only" aria-live="polite">
        {t('office.loading')}
      </p>
    </main>
  )
}
