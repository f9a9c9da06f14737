import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseList, CaseRow } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { markOwn } from '../own-acts.ts'
import { useSession } from '../session.ts'
import type { Selection } from './use-selection.ts'

export type BulkAct = 'accept' | 'take' | 'assign'
/** Per case, why it was refused. */
export type BulkResults = ReadonlyMap<string, string>

const actsOf: Record<CaseList, [BulkAct, string][]> = {
  intake: [['accept', 'case.triage']],
  work: [
    ['take', 'task.work'],
    ['assign', 'task.assign'],
  ],
  dispatch: [],
  cases: [],
}

export interface Done {
  act: BulkAct
  done: number
  refused: { row: CaseRow; code: string }[]
}

export type Bulk = ReturnType<typeof useBulk>

/** Doing one thing with several cases: each by itself, each with its own result. */
export function useBulk(county: number, list: CaseList, rows: CaseRow[], selection: Selection) {
  const { may } = useSession()
  const memory = useQueryClient()
  const [asked, setAsked] = useState<BulkAct>()
  const [done, setDone] = useState<Done>()
  const acts = actsOf[list].filter(([, action]) => may(action)).map(([act]) => act)
  const sending = useMutation({
    mutationFn: async ({ act, person }: { act: BulkAct; person?: string }) => {
      const cases = selection.rows.map(({ id, version, task }) => ({ id, version, task: task?.id }))
      for (const { id } of cases) markOwn(id)
      return { act, ...(await call('actOnMany', { params: { county }, body: { act, person, cases } })) }
    },
    onSuccess: async ({ act, results }) => {
      const refused = results.flatMap(({ id, refused: code }) => {
        const row = rows.find((one) => one.id === id)
        return code && row ? [{ row, code }] : []
      })
      setDone({ act, done: results.length - refused.length, refused })
      setAsked(undefined)
      // What was refused stays selected, to be looked at or tried again.
      selection.only(refused.map(({ row }) => row.id))
      await memory.invalidateQueries({ queryKey: ['listCases'] })
      void memory.invalidateQueries({ queryKey: ['countCases'] })
    },
  })
  return {
    acts,
    asked,
    ask: (act: BulkAct | undefined) => {
      sending.reset()
      setDone(undefined)
      setAsked(act)
    },
    send: sending.mutate,
    isSending: sending.isPending,
    error: sending.error,
    done,
    forget: () => setDone(undefined),
    results: new Map(done?.refused.map(({ row, code }) => [row.id, code])) as BulkResults,
  }
}
