import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Case } from '#contract/cases.ts'
import type { Step } from '#contract/matters.ts'
import { Refused } from '#screen/api.ts'
import { markOwn, markOwnVersion, ownUpTo } from '../own-acts.ts'

/**
 * One act on a case, decided on the version that stood when its form was opened. Where the case changed meanwhile the
 * act is refused with what changed; what was typed stays, and `goOn` takes the new version.
 */
export function useCaseAct(subject: Case, act: (version: number) => Promise<Acted>, done: () => void) {
  const [seen, setSeen] = useState(() => seenIn(subject))
  const version = ownUpTo(subject.id, seen.version)
  const { problem, ...sending } = useSending(subject, () => act(version), done)
  return {
    ...sending,
    /** What changed since the form was opened; undefined where nothing did. */
    changed:
      problem || (subject.version > version && !sending.isSending && !sending.isSent)
        ? stepsSince(seen, subject)
        : undefined,
    goOn: () => {
      setSeen({ ...seenIn(subject), version: Math.max(problem?.version ?? 0, subject.version) })
      sending.reset()
    },
  }
}

export type CaseAct = ReturnType<typeof useCaseAct>

/** One act without a form: decided on the case as it is on the screen. `hasChanged` asks to look and press again. */
export function useTouch(subject: Case, act: (version: number) => Promise<Acted>, done: () => void) {
  const { problem, ...sending } = useSending(subject, () => act(subject.version), done)
  return { ...sending, hasChanged: problem !== undefined && problem.version !== subject.version }
}

interface Acted {
  version: number
}

function useSending(subject: Case, act: () => Promise<Acted>, done: () => void) {
  const memory = useQueryClient()
  const sending = useMutation({
    mutationFn: () => {
      markOwn(subject.id)
      return act()
    },
    onSuccess: async ({ version }) => {
      markOwnVersion(subject.id, version)
      // Whatever is opened next must begin with the case as it is now.
      await readAnew()
      done()
    },
    onError: (error) => {
      if (changedIn(error)) void readAnew()
    },
  })
  const readAnew = async () => {
    void memory.invalidateQueries({ queryKey: ['listCases'] })
    void memory.invalidateQueries({ queryKey: ['countCases'] })
    await memory.invalidateQueries({ queryKey: ['readCase', { county: subject.county, id: subject.id }] })
  }
  const problem = changedIn(sending.error)
  return {
    send: () => sending.mutate(),
    isSending: sending.isPending,
    isSent: sending.isSuccess,
    reset: sending.reset,
    error: problem ? null : sending.error,
    problem,
  }
}

const changedIn = (error: unknown) =>
  error instanceof Refused && error.problem.code === 'changed_meanwhile' ? error.problem : undefined

interface Seen {
  version: number
  steps: ReadonlySet<string>
}

const seenIn = ({ version, steps }: Case): Seen => ({ version, steps: new Set(steps.map(({ id }) => id)) })

const stepsSince = (seen: Seen, { steps }: Case): Step[] => steps.filter(({ id }) => !seen.steps.has(id))
