import { expect } from 'vitest'
import { operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'
import { refusals, type RefusalCode } from '#contract/refusals.ts'
import type { Answer } from './town.ts'

/** Keeps the book of what operations refused in a file, so that no no which their contract promises is forgotten. */
export function promised(...ids: OperationId[]) {
  const shown = new Set<string>()
  return {
    /** The operation says this no, with its status and in a sentence. */
    no<Id extends OperationId>(id: Id, { status, problem, headers }: Answer<Id>, code: RefusalCode) {
      expect([id, problem.code, status]).toEqual([id, code, refusals[code]])
      expect(problem).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(/\p{Script=Han}/u) })
      expect(headers['content-type']).toMatch(/^application\/problem\+json/)
      shown.add(`${id} ${code}`)
    },
    /** All that the contract promises was shown, and nothing beside. */
    allShown() {
      const promises = ids.flatMap((id) => operations[id].refusals.map((code) => `${id} ${code}`))
      expect([...shown].toSorted()).toEqual(promises.toSorted())
    },
  }
}
