import { useCallback, useState } from 'react'

const kept = (name: string) => `gongzhi-office-draft-${name}`

/** What is typed into a form, kept in this tab until it has been sent: leaving the page or being signed out loses nothing. */
export function useDraft<T extends object>(name: string, empty: T) {
  const [draft, setDraft] = useState<T>(() => ({
    ...empty,
    ...(JSON.parse(sessionStorage.getItem(kept(name)) ?? '{}') as Partial<T>),
  }))
  const change = useCallback(
    (next: Partial<T> | ((before: T) => Partial<T>)) =>
      setDraft((before) => {
        const after = { ...before, ...(typeof next === 'function' ? next(before) : next) }
        sessionStorage.setItem(kept(name), JSON.stringify(after))
        return after
      }),
    [name],
  )
  const clear = useCallback(() => {
    sessionStorage.removeItem(kept(name))
    setDraft(empty)
  }, [name, empty])
  return [draft, change, clear] as const
}
