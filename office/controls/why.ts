import { useCallback } from 'react'
import { Refused, Unreachable } from '#screen/api.ts'
import { useSay } from '../say.ts'

/** Puts an error into the reader's words. The server's own words stand in for a code that we don't know. */
export function useWhy() {
  const { t } = useSay()
  return useCallback(
    (error: unknown): string => {
      if (error instanceof Unreachable) return t('office.failing.noAnswer')
      if (!(error instanceof Refused)) return t('office.failing.unforeseen')
      const { code, detail, retryAfterSeconds } = error.problem
      const words = t(`refusals.${code}`, { defaultValue: detail })
      return retryAfterSeconds ? `${words} ${t('office.failing.retryAfter', { seconds: retryAfterSeconds })}` : words
    },
    [t],
  )
}

/** Puts the code of a refusal into words, such as those of `may`. */
export function useReason() {
  const { t } = useSay()
  return useCallback((code: string) => t(`refusals.${code}`, { defaultValue: t('refusals.not_allowed') }), [t])
}
