import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { CaseList, CaseRow } from '#contract/cases.ts'
import { isTyping } from '../controls/is-typing.ts'
import type { Bulk, BulkAct } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'

export interface ListKeys {
  /** The row that the keys act on. */
  current: string | undefined
  setCurrent: (id: string) => void
  linkOf: (id: string) => string
}

interface Given {
  county: number
  list: CaseList
  rows: CaseRow[]
  selection: Selection
  bulk: Bulk
  help: () => void
}

/** j and k walk the rows, x selects, a accepts, t takes, d dispatches, ? helps. Enter opens, as on any link. */
export function useListKeys(given: Given): ListKeys {
  const navigate = useNavigate()
  const [current, setCurrent] = useState<string>()
  const press = (key: string): boolean => {
    const { county, rows, selection, bulk, help } = given
    const at = rows.findIndex(({ id }) => id === current)
    const row = rows[at]
    const walk = (to: CaseRow | undefined) => {
      if (to) document.getElementById(linkOf(to.id))?.focus()
      return true
    }
    const act = (which: BulkAct) => {
      if (!bulk.acts.includes(which)) return false
      if (selection.rows.length === 0 && row) selection.only([row.id])
      if (selection.rows.length > 0 || row) bulk.ask(which)
      return true
    }
    switch (key) {
      case 'j':
        return walk(rows[at + 1] ?? rows.at(-1))
      case 'k':
        return walk(rows[Math.max(at - 1, 0)])
      case 'x':
        if (row && bulk.acts.length > 0) selection.toggle(row.id)
        return true
      case 'a':
        return act('accept')
      case 't':
        return act('take')
      case 'd':
        if (row)
          void navigate({ to: '/$county/cases/$id', params: { county, id: row.id }, search: { act: 'dispatch' } })
        return true
      case '?':
        help()
        return true
      case 'Escape':
        if (bulk.asked) bulk.ask(undefined)
        return false
      default:
        return false
    }
  }
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      if (latest.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return { current, setCurrent, linkOf }
}

const linkOf = (id: string) => `case-${id}`
