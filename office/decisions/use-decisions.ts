import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Operations } from '#contract/index.ts'
import type { RequestCard } from '#contract/requests.ts'
import { readingPages } from '../reading.ts'
import type { Decided } from './use-decide.ts'

const pageSize = 30
type Pages = InfiniteData<Operations['listRequests']['reply'], string | undefined>

export type Decisions = ReturnType<typeof useDecisions>

/** What waits for me, the oldest first. What is decided here stays in its place until the list is read anew. */
export function useDecisions(county: number, enabled = true) {
  const memory = useQueryClient()
  const asked = readingPages('listRequests', { params: { county }, query: { side: 'mine', limit: pageSize } })
  const pages = useInfiniteQuery({ ...asked, staleTime: 0, enabled })
  const cards = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const first = pages.data?.pages[0]
  return {
    pages,
    cards,
    waiting: first?.waiting,
    decidedToday: first?.decidedToday,
    /** Cards a day, by policy; undefined for whoever is no leader. */
    limit: first?.limit ?? undefined,
    /** Another request of the same case now stands on its new version too. */
    decided(one: RequestCard, { version, ...after }: Decided) {
      memory.setQueryData<Pages>(asked.queryKey, (before) => before && {
        ...before,
        pages: before.pages.map((page) => ({
          ...page,
          waiting: page.waiting + (after.ruling === null ? 1 : -1),
          decidedToday: page.decidedToday + (after.ruling === null ? -1 : 1),
          items: page.items.map((card) => ({
            ...card,
            ...(card.id === one.id && after),
            case: card.case.id === one.case.id ? { ...card.case, version } : card.case,
          })),
        })),
      })
    },
  }
}
