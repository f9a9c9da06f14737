import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { codeIn } from '../codes/code-draft.ts'
import { useDraft } from '../draft.ts'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSession } from '../session.ts'
import { appealOf, emptyEntry, faultsOf, isCoded, nextEntry, type EntryDraft } from './entry-draft.ts'

export type Entered = Operations['enterAppeal']['reply']

/** What is being written down, sending it, and what came of it. */
export function useEntry(county: number) {
  const { zone } = useReader()
  const { may } = useSession()
  const memory = useQueryClient()
  const [first] = useState(emptyEntry)
  const [draft, change] = useDraft<EntryDraft>(`${county}-entry`, first)
  const [entered, setEntered] = useState<Entered>()
  const [count, setCount] = useState(0)
  const [hasTried, setHasTried] = useState(false)
  const { data: codes } = useQuery({ ...reading('readCodes', { params: { county } }), staleTime: 300_000, enabled: draft.channel === 'collector' })
  const chosen = codes && isCoded(draft) ? codeIn(draft.code, codes) : undefined
  const code = chosen && 'type' in chosen ? chosen : undefined
  const sending = useMutation({
    mutationFn: () => {
      // Kept before it is sent: after a reload it is tried again under the same key.
      change({ key: draft.key })
      return call('enterAppeal', { params: { county }, key: draft.key, body: appealOf(draft, zone, may('case.dispatch_by_policy'), code?.text) })
    },
    onSuccess: (reply) => {
      setEntered(reply)
      setCount((before) => before + 1)
      begin(nextEntry(draft))
      // The same caller may ring again the next minute.
      for (const key of ['listCases', 'countCases', 'lookUpCaller', 'findSimilarCases']) void memory.invalidateQueries({ queryKey: [key] })
    },
    // Its words were changed after it had come in unheard: what stands here now is another one.
    onError: (error) => error instanceof Refused && error.problem.code === 'key_used_otherwise' && change({ key: newId() }),
  })
  const begin = (next: EntryDraft) => {
    setHasTried(false)
    change({ category: undefined, region: undefined, ...next })
  }
  const faults = faultsOf(draft, code?.text)
  return {
    draft,
    change,
    codes,
    code,
    entered,
    count,
    faults: hasTried ? faults : [],
    mayDispatch: may('case.dispatch_by_policy'),
    isSending: sending.isPending,
    error: sending.error,
    send() {
      setHasTried(true)
      if (faults.length === 0 && !sending.isPending) sending.mutate()
      return faults
    },
    clear() {
      sending.reset()
      begin({ ...nextEntry(draft), day: '' })
    },
    goOn() {
      sending.reset()
      setEntered(undefined)
    },
  }
}

export type Entry = ReturnType<typeof useEntry>
