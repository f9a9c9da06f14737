import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestCard } from '#contract/requests.ts'
import { call } from '#screen/api.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'
import { isGate, isOpen, secondsToUndo } from './kinds.ts'
import { useReadAnew } from './use-decide.ts'
import type { Decisions } from './use-decisions.ts'

const most = 50

export type Many = ReturnType<typeof useApproveMany>

/** Several gates approved at once: each by itself, each with its own result, each to be undone by itself. */
export function useApproveMany(county: number, { cards, decided }: Pick<Decisions, 'cards' | 'decided'>) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, string | null>>(new Map())
  const selected = cards.filter((card) => ids.has(card.id) && isGate(card) && isOpen(card)).slice(0, most)
  const refresh = useReadAnew({ county, id: '' })
  const sending = useMutation({
    mutationFn: async (chosen: RequestCard[]) => {
      for (const card of chosen) markOwn(card.case.id)
      const requests = chosen.map((card) => ({ case: card.case.id, request: card.id, version: card.case.version }))
      return { chosen, ...(await call('decideMany', { params: { county }, body: { requests } })) }
    },
    onSuccess: ({ chosen, results: told }) => {
      const effectiveAt = new Date(Date.now() + secondsToUndo * 1000).toISOString()
      for (const { id, refused, version } of told) {
        const card = chosen.find((one) => one.id === id)
        if (!card || refused || version === null) continue
        markOwnVersion(card.case.id, version)
        decided(card, { version, ruling: 'granted', effectiveAt, ruledWords: null })
      }
      setResults(new Map(told.map(({ id, refused }) => [id, refused])))
      // What was refused stays selected, to be looked at or tried again.
      setIds(new Set(told.filter(({ refused }) => refused).map(({ id }) => id)))
      refresh(told.some(({ refused }) => refused))
    },
  })
  const refused = [...results].filter(([, code]) => code !== null)
  return {
    selected,
    has: (id: string) => ids.has(id),
    toggle: (id: string) => {
      sending.reset()
      setResults(new Map())
      setIds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
    },
    none: () => setIds(new Set()),
    approve: () => sending.mutate(selected),
    isSending: sending.isPending,
    error: sending.error,
    done: results.size - refused.length,
    refused: refused.length,
    refusalOf: (id: string) => results.get(id) ?? undefined,
    forget: () => setResults(new Map()),
  }
}
