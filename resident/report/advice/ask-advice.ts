import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '#screen/api.ts'
import type { Draft } from '../draft.ts'

/** Fewer letters say nothing yet. */
const lettersLeast = 6

const hasEnough = (words: string) => words.trim().length >= lettersLeast

/** It is help: with no network nobody asks, with no answer the report goes on without it, and nothing is said of either. */
const help = { networkMode: 'online', staleTime: 10 * 60_000, gcTime: 10 * 60_000, retry: false, placeholderData: keepPreviousData } as const

export const askCategory = (county: number | null, words: string) =>
  queryOptions({
    ...help,
    queryKey: ['category suggestion', county, words],
    enabled: county !== null && hasEnough(words),
    queryFn: async ({ signal }) => (await call('suggestCategories', { params: { county: county! }, body: { words }, signal })).items,
  })

export const askSimilar = ({ words, category, place: { county, village, point } }: Pick<Draft, 'words' | 'category' | 'place'>) =>
  queryOptions({
    ...help,
    queryKey: ['similar matters', county, words, category, village?.id, point],
    enabled: county !== null && hasEnough(words),
    queryFn: async ({ signal }) => {
      const body = { words, ...(category && { category }), ...(village && { village: village.id }), ...(point && { point }) }
      return (await call('findSimilarMatters', { params: { county: county! }, body, signal })).items
    },
  })
