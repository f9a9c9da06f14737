import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refused, Unreachable } from '#screen/api.ts'

const noSession = ['sign_in_first', 'session_ended']

/** Whether an error means that nobody is signed in (any more). */
export const isSignedOut = (error: unknown) => error instanceof Refused && noSession.includes(error.problem.code)

const passing = ['busy', 'not_ready', 'too_many_requests']
const mayPass = (error: unknown) => error instanceof Refused && passing.includes(error.problem.code)

/** What has been read from the server. `signedOut` is called once a session turns out to be over. */
export function newMemory(signedOut: () => void) {
  return new QueryClient({
    // Whether anyone is signed in at all is asked by the frame, which shows the way to sign in by itself.
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => queryKey[0] !== 'readMe' && isSignedOut(error) && signedOut(),
    }),
    mutationCache: new MutationCache({ onError: (error) => isSignedOut(error) && signedOut() }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A no stays a no; a broken network, and a server that is busy for a moment, are worth two more tries.
        retry: (times, error) => times < 2 && (error instanceof Unreachable || mayPass(error)),
        refetchOnWindowFocus: false,
      },
    },
  })
}
