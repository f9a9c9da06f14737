import { QueryClient } from '@tanstack/react-query'
import { Refused } from '#screen/api.ts'
import { meKey } from './me.ts'

/**
 * Answers are shown from memory at once and asked again behind them. Nothing waits for the browser's own opinion
 * on whether there is a network: it is often wrong, and the screen has its own words for "no answer".
 */
export function newQueryClient() {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && (!(error instanceof Refused) || mayPass(error)),
        retryDelay: (failures) => 800 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  })
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.state.status === 'error' && client.getQueryData(meKey) && isNobody(query.state.error)) client.setQueryData(meKey, null)
  })
  return client
}

const mayPass = ({ problem }: Refused) => ['busy', 'not_ready', 'too_many_requests'].includes(problem.code)

/** The session has ended, here or from another device. */
const isNobody = (error: unknown) => error instanceof Refused && error.problem.status === 401
