import { queryOptions } from '@tanstack/react-query'
import { call } from '#screen/api.ts'

/** The privacy notice in force. */
export const askPrivacyNotice = queryOptions({
  queryKey: ['privacy'],
  staleTime: 60 * 60_000,
  queryFn: () => call('readPrivacyNotice'),
})
