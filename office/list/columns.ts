import { useState } from 'react'
import type { CaseList } from '#contract/cases.ts'

/** Columns beside the title, which always stands. In the order in which they stand. */
export const columns = [
  'number',
  'category',
  'place',
  'state',
  'level',
  'due',
  'handler',
  'desk',
  'receivedAt',
  'photos',
] as const
export type Column = (typeof columns)[number]

const first: Record<CaseList, Column[]> = {
  work: ['number', 'category', 'place', 'state', 'due', 'handler', 'receivedAt'],
  intake: ['number', 'category', 'place', 'due', 'receivedAt', 'photos'],
  dispatch: ['number', 'category', 'place', 'level', 'due', 'receivedAt'],
  cases: ['number', 'category', 'place', 'state', 'due', 'handler', 'receivedAt'],
}

export interface Columns {
  chosen: Column[]
  toggle: (column: Column) => void
  reset: () => void
}

/** The columns of a list, kept for the next time. */
export function useColumns(list: CaseList): Columns {
  const kept = `gongzhi-office-columns-${list}`
  const [chosen, setChosen] = useState(() => read(kept) ?? first[list])
  const choose = (next: Column[]) => {
    localStorage.setItem(kept, JSON.stringify(next))
    setChosen(next)
  }
  return {
    chosen,
    toggle: (column) => choose(columns.filter((one) => (one === column) !== chosen.includes(one))),
    reset: () => {
      localStorage.removeItem(kept)
      setChosen(first[list])
    },
  }
}

function read(kept: string): Column[] | undefined {
  const names = JSON.parse(localStorage.getItem(kept) ?? 'null') as unknown
  return Array.isArray(names) ? columns.filter((column) => names.includes(column)) : undefined
}
