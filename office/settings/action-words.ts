import { useCallback } from 'react'
import { useSay } from '../say.ts'

/** An action, or `role:<role>`, in words. */
export function useActionWords() {
  const { t } = useSay()
  return useCallback(
    (action: string) =>
      action.startsWith('role:')
        ? t('office.grants.role', { role: t(`organisation.roles.${action.slice('role:'.length)}`) })
        : t(`organisation.actions.${action}`, { defaultValue: action }),
    [t],
  )
}
