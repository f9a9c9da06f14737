import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '#screen/api.ts'

export const noticesKey = ['notices']

export const askNotices = (unread?: boolean) =>
  infiniteQueryOptions({
    queryKey: [...noticesKey, unread ? 'unread' : 'all'],
    queryFn: ({ pageParam, signal }) => call('listNotices', { query: { after: pageParam, unread: unread || undefined }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const askUnread = queryOptions({
  queryKey: [...noticesKey, 'count'],
  queryFn: async ({ signal }) => (await call('countUnread', { signal })).unread,
})

/** Marks notices as read and lets every list and count of them be read again. */
export async function markRead(client: QueryClient, which: { ids?: string[]; subject?: string; all?: boolean }) {
  await call('readNotices', { body: which })
  await client.invalidateQueries({ queryKey: noticesKey })
}
