import { queryOptions } from '@tanstack/react-query'
import { call } from '#screen/api.ts'

/** The regions directly below one: towns of a county, villages of a town. */
export const askRegionsBelow = (parent: number) =>
  queryOptions({
    queryKey: ['regions', parent],
    staleTime: 10 * 60_000,
    queryFn: async () => (await call('listRegions', { query: { parent } })).items,
  })

/** One region with the chain above it. */
export const askRegion = (region: number) =>
  queryOptions({
    queryKey: ['region', region],
    staleTime: 10 * 60_000,
    queryFn: () => call('readRegion', { params: { region } }),
  })
