import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#screen/api.ts'

export const mattersKey = ['matters']
export const matterKey = (county: number, id: string) => ['matter', county, id]

export const askMyMatters = (open?: boolean) =>
  infiniteQueryOptions({
    queryKey: [...mattersKey, 'mine', open ? 'open' : 'all'],
    queryFn: ({ pageParam, signal }) => call('listMyMatters', { query: { after: pageParam, open: open || undefined }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const askPublicMatters = (county: number, village?: number) =>
  infiniteQueryOptions({
    queryKey: [...mattersKey, 'public', county, village ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      call('listPublicMatters', { params: { county }, query: { after: pageParam, village }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const askMatter = (county: number, id: string) =>
  queryOptions({
    queryKey: matterKey(county, id),
    queryFn: ({ signal }) => call('readMatter', { params: { county, id }, signal }),
  })

export const askBodies = (county: number) =>
  queryOptions({
    queryKey: ['bodies', county],
    staleTime: 10 * 60_000,
    queryFn: async () => (await call('listPublicBodies', { params: { county } })).items,
  })

/** Whether others may see what is reported there, of that kind. */
export const askPublicity = (county: number, village?: number, category?: string) =>
  queryOptions({
    queryKey: ['publicity', county, village ?? 'all', category ?? 'any'],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => (await call('readPublicity', { params: { county }, query: { village, category }, signal })).mayBePublic,
  })

export const askCategories = (county: number) =>
  queryOptions({
    queryKey: ['categories', county],
    staleTime: 10 * 60_000,
    queryFn: async () => (await call('listCategories', { params: { county } })).items,
  })
