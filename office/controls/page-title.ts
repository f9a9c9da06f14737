import { useEffect } from 'react'
import { useSay } from '../say.ts'

/** Names the browser's tab. */
export function usePageTitle(title: string | undefined) {
  const { t } = useSay()
  useEffect(() => {
    document.title = title ? `${title} · ${t('office.name')}` : t('office.name')
  }, [title, t])
}
