import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import type { RequestCard } from '#contract/requests.ts'
import { call } from '#screen/api.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'
import { isGate, isOpen, secondsToUndo } from './kinds.ts'
import { useReadAnew } from './use-decide.ts'
import type { Decisions } from './use-decisions.ts'

const most = 50

interface Made {
  done: { card: RequestCard; version: number }[]
  effectiveAt: string
}

export type Many = ReturnType<typeof useApproveMany>

/** Several gates approved at once: each by itself, each with its own result, to be undone one by one or together. */
export function useApproveMany(county: number, { cards, decided }: Pick<Decisions, 'cards' | 'decided'>) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [made, setMade] = useState<Made>()
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
      const done = doneOf(chosen, told)
      for (const { card, version } of done) decided(card, { version, ruling: 'granted', effectiveAt, ruledWords: null })
      setMade({ done, effectiveAt })
      setResults(new Map(told.map(({ id, refused }) => [id, refused])))
      // What was refused stays selected, to be looked at or tried again.
      setIds(new Set(told.filter(({ refused }) => refused).map(({ id }) => id)))
      refresh(told.some(({ refused }) => refused))
    },
  })
  const undoing = useMutation({
    mutationFn: async ({ done }: Made) => {
      for (const { card } of done) markOwn(card.case.id)
      const requests = done.map(({ card, version }) => ({ case: card.case.id, request: card.id, version }))
      return { chosen: done.map(({ card }) => card), ...(await call('decideMany', { params: { county }, body: { undo: true, requests } })) }
    },
    onSuccess: ({ chosen, results: told }) => {
      for (const { card, version } of doneOf(chosen, told)) decided(card, { version, ruling: null, effectiveAt: null, ruledWords: null })
      setMade(undefined)
      // What could not be taken back says so where it stands.
      setResults(new Map())
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
    approve: () => {
      undoing.reset()
      sending.mutate(selected)
    },
    isSending: sending.isPending,
    error: sending.error,
    done: results.size - refused.length,
    refused: refused.length,
    refusalOf: (id: string) => results.get(id) ?? undefined,
    /** Until when all of them can be taken back. */
    undoUntil: made?.effectiveAt ?? null,
    undo: () => made && undoing.mutate(made),
    isUndoing: undoing.isPending,
    undoError: undoing.error,
    undone: undoing.data ? undoing.data.results.filter((one) => !one.refused).length : 0,
    forget: () => {
      setResults(new Map())
      undoing.reset()
    },
  }
}

/** Those that went through, each with the version that its case has since. */
function doneOf(chosen: readonly RequestCard[], told: Operations['decideMany']['reply']['results']): { card: RequestCard; version: number }[] {
  return told.flatMap(({ id, refused, version }) => {
    const card = chosen.find((one) => one.id === id)
    if (!card || refused || version === null) return []
    markOwnVersion(card.case.id, version)
    return [{ card, version }]
  })
}
