import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Me } from '#contract/oneself.ts'
import { call, Refused } from '#screen/api.ts'

export const meKey = ['me']
const kept = 'gongzhi-me'
/** That nobody was signed in when it was last asked: the first visit can be shown before the answer comes. */
const nobody = 'gongzhi-nobody'

/** Who is signed in; null where nobody is. */
export const askMe = queryOptions({
  queryKey: meKey,
  staleTime: 60_000,
  queryFn: async (): Promise<Me | null> => {
    const me = await readMe()
    if (me) localStorage.setItem(kept, JSON.stringify(me))
    else localStorage.removeItem(kept)
    if (me) localStorage.removeItem(nobody)
    else localStorage.setItem(nobody, 'yes')
    return me
  },
  // Without a network the person is who they were: what waits to be sent is theirs, and so is the draft.
  initialData: (): Me | null | undefined => {
    const before = localStorage.getItem(kept)
    return before ? (JSON.parse(before) as Me) : localStorage.getItem(nobody) ? null : undefined
  },
  initialDataUpdatedAt: 0,
})

async function readMe(): Promise<Me | null> {
  try {
    return await call('readMe')
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null
    throw error
  }
}

export const useMe = () => useQuery(askMe)

/** Somebody signed in or out: what was read as somebody else is forgotten. */
export async function meetSomebodyElse(client: QueryClient) {
  const isAnybodys = ([first]: readonly unknown[]) => first === 'settings' || first === 'me'
  client.removeQueries({ predicate: ({ queryKey }) => !isAnybodys(queryKey) })
  await client.fetchQuery({ ...askMe, staleTime: 0 })
}

/** The community that the person's day is about: a verified membership before one that is asked for. */
export const myMembership = (me: Me | null | undefined) =>
  me?.memberships.find(({ state }) => state === 'verified') ?? me?.memberships.find(({ state }) => state === 'asked') ?? null
