import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SettingsSearch } from '../search.ts'

/** What the address of a part of the settings says, and how to change it. */
export function useSettingsSearch() {
  const search = useSearch({ from: '/frame/$county/settings/{-$part}' })
  const navigate = useNavigate({ from: '/$county/settings/{-$part}' })
  return {
    search,
    set: (change: Partial<SettingsSearch>) => void navigate({ search: { ...search, ...change } }),
    open: (what: string | undefined) => void navigate({ search: { ...search, open: what } }),
    close: () => void navigate({ search: { ...search, open: undefined } }),
  }
}
