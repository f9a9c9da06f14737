import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Settings } from '#contract/house.ts'
import { call } from '#screen/api.ts'

const kept = 'gongzhi-settings'

/** What the place is: its zone, its counties. Kept on the phone, so that a draft can be written with no network at all. */
export const askSettings = queryOptions({
  queryKey: ['settings'],
  staleTime: 10 * 60_000,
  queryFn: async () => {
    const settings = await call('readSettings')
    localStorage.setItem(kept, JSON.stringify(settings))
    return settings
  },
  initialData: () => {
    const before = localStorage.getItem(kept)
    return before ? (JSON.parse(before) as Settings) : undefined
  },
  initialDataUpdatedAt: 0,
})

export const useSettings = () => useQuery(askSettings)

/** The settings where a screen is drawn only once they are there. */
export function useKnownSettings(): Settings {
  const { data } = useSettings()
  if (!data) throw new Error('A screen was drawn before the settings were known')
  return data
}
