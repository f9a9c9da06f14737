import { expect } from 'vitest'
import { operations, type Operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'
import { refusals, type RefusalCode } from '#contract/refusals.ts'
import { county } from '#server/demo/cast.ts'
import { note, type BodyOf, type CaseAct } from './steps.ts'
import type { Answer, Caller } from './town.ts'

/** Keeps the book of what operations refused in a file, so that no no which their contract promises is forgotten. */
export function promised(...ids: OperationId[]) {
  const shown = new Set<string>()
  const book = {
    /** The operation says this no, with its status and in a sentence. */
    no<Id extends OperationId>(id: Id, { status, problem, headers }: Answer<Id>, code: RefusalCode) {
      expect([id, problem.code, status]).toEqual([id, code, refusals[code]])
      expect(problem).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(/\p{Script=Han}/u) })
      expect(headers['content-type']).toMatch(/^application\/problem\+json/)
      shown.add(`${id} ${code}`)
    },
    /**
     * What every act of a desk refuses: without a version, on one that is no longer, by another body that had the case.
     * @param by of the desk that has it; nothing but a note is left behind
     */
    async asEveryAct<Id extends CaseAct>(id: Id, on: string, body: BodyOf<Id>, { by, other }: { by: Caller; other: Caller }) {
      const params = { county, id: on } as Operations[Id]['params']
      const { version: seen } = await by.ask('readCase', { params: { county, id: on } })
      book.no(id, await by.call(id, { params, body }), 'version_missing')
      await note(by, on)
      const late = await by.call(id, { params, body, version: seen })
      book.no(id, late, 'changed_meanwhile')
      expect(late.problem).toMatchObject({ version: seen + 1, changed: [{ kind: 'case.noted', body: '梧桐社区居委会' }] })
      book.no(id, await other.call(id, { params, body, version: seen + 1 }), 'case.not_your_desk')
      expect((await by.ask('readCase', { params: { county, id: on } })).version).toBe(seen + 1)
    },
    /** All that the contract promises was shown, and nothing beside. */
    allShown() {
      const promises = ids.flatMap((id) => operations[id].refusals.map((code) => `${id} ${code}`))
      expect([...shown].toSorted()).toEqual(promises.toSorted())
    },
  }
  return book
}
