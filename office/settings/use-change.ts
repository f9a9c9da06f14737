import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OperationId } from '#contract/paths.ts'

/**
 * A change of the organisation. What was read of it is read anew.
 * @param reads the operations whose answers it makes old
 */
export function useChange<Given, Made>(
  change: (given: Given) => Promise<Made>,
  reads: OperationId[],
  done?: (made: Made) => void,
) {
  const memory = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      await Promise.all(reads.map((read) => memory.invalidateQueries({ queryKey: [read] })))
      done?.(made)
    },
  })
}
