import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'
import { call } from '#screen/api.ts'

type Asked<Id extends OperationId> = { params?: Operations[Id]['params']; query?: Operations[Id]['query'] }

/** One read of the API, as TanStack Query keeps it. Its key begins with the operation, so that all of one can be read anew. */
export const reading = <Id extends OperationId>(id: Id, asked: Asked<Id> = {}) =>
  queryOptions({
    queryKey: [id, asked.params ?? {}, asked.query ?? {}] as const,
    queryFn: ({ signal }) => call(id, { ...asked, signal }),
  })

/** The operations that answer with a keyset page. */
type Paged = { [Id in OperationId]: Operations[Id]['reply'] extends { next: string | null } ? Id : never }[OperationId]

/** A keyset-paged read, page after page. */
export const readingPages = <Id extends Paged>(id: Id, asked: Asked<Id> = {}) =>
  infiniteQueryOptions({
    queryKey: [id, asked.params ?? {}, asked.query ?? {}, 'pages'] as const,
    queryFn: ({ signal, pageParam }) =>
      call(id, { ...asked, query: { ...asked.query, after: pageParam } as Operations[Id]['query'], signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
