import { useCallback, useMemo, useState } from 'react'
import type { CaseRow } from '#contract/cases.ts'

export interface Selection {
  has: (id: string) => boolean
  toggle: (id: string) => void
  setAll: (selected: boolean) => void
  only: (ids: string[]) => void
  /** What is selected and on the screen. */
  rows: CaseRow[]
}

/** Which rows are selected. Kept through reloads of the page, in this tab. */
export function useSelection(of: string, rows: CaseRow[]): Selection {
  const kept = `gongzhi-office-selected-${of}`
  const [ids, setIds] = useState(() => new Set<string>(JSON.parse(sessionStorage.getItem(kept) ?? '[]') as string[]))
  const keep = useCallback(
    (change: (ids: Set<string>) => Set<string>) =>
      setIds((before) => {
        const after = change(before)
        sessionStorage.setItem(kept, JSON.stringify([...after]))
        return after
      }),
    [kept],
  )
  return useMemo(
    () => ({
      has: (id) => ids.has(id),
      toggle: (id) =>
        keep((before) =>
          before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
        ),
      setAll: (selected) => keep(() => new Set(selected ? rows.map(({ id }) => id) : [])),
      only: (chosen) => keep(() => new Set(chosen)),
      rows: rows.filter(({ id }) => ids.has(id)),
    }),
    [ids, keep, rows],
  )
}
