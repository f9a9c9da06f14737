import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Case } from '#contract/cases.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { call, Refused } from '#screen/api.ts'
import type { Operations } from '#contract/index.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'

type Body = Operations['callBack']['body']

/** Writes down what the call found; nothing where nobody took it. Where the case changed meanwhile it is read anew first. */
export function useCallBack({ county, id, version }: Pick<Case, 'county' | 'id' | 'version'>, request: CaseRequest, done: (found: boolean) => void) {
  const memory = useQueryClient()
  const readAnew = () =>
    Promise.all([
      memory.invalidateQueries({ queryKey: ['readCase', { county, id }] }),
      memory.invalidateQueries({ queryKey: ['listRequests'] }),
    ])
  const sending = useMutation({
    mutationFn: async (body: Body) => {
      markOwn(id)
      const after = await call('callBack', { params: { county, id, request: request.id }, version, body })
      return { ...after, isFound: body.found !== undefined }
    },
    onSuccess: async ({ version: after, isFound }) => {
      markOwnVersion(id, after)
      await readAnew()
      done(isFound)
    },
    onError: (error) => hasChanged(error) && void readAnew(),
  })
  return {
    send: sending.mutate,
    isSending: sending.isPending,
    hasChanged: hasChanged(sending.error),
    error: hasChanged(sending.error) ? null : sending.error,
  }
}

const hasChanged = (error: unknown) => error instanceof Refused && error.problem.code === 'changed_meanwhile'
