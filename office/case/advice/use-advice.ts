import { useQuery } from '@tanstack/react-query'
import type { Case } from '#contract/cases.ts'
import { reading } from '../../reading.ts'

/** In these states it is still to be decided what a case is, and whose. */
const undecided: readonly Case['state'][] = ['received', 'asked', 'accepted']
export const isUndecided = ({ state }: Case) => undecided.includes(state)

/** What closed cases tell of this one. It is help: where it can't be had, the form does without. */
export function useAdvice({ county, id }: Pick<Case, 'county' | 'id'>) {
  return useQuery({ ...reading('adviseOnCase', { params: { county, id } }), staleTime: 300_000, retry: false }).data
}
