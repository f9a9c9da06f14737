import { useQueryClient } from '@tanstack/react-query'
import type { Case } from '#contract/cases.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { reading } from '../reading.ts'

/** Whether an act that was just done went to somebody who decides, instead of happening: asked of the case as it is now. */
export function useAsked({ county, id }: Pick<Case, 'county' | 'id'>) {
  const memory = useQueryClient()
  return (kind: CaseRequest['kind']): boolean => {
    const now = memory.getQueryData(reading('readCase', { params: { county, id } }).queryKey)
    return now?.requests.some((one) => one.kind === kind && one.ruling === null) ?? false
  }
}
