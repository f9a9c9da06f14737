import { stateOf, type Database, type Transaction } from './database.ts'

/** Where a change writes: one county, several (the relay's batches), or none (persons, sessions). */
export type Where = number | readonly number[] | 'no county'

/** One write transaction: see changeOn. */
export type Change = <T>(where: Where, work: (tx: Transaction) => Promise<T>) => Promise<T>

const serializationFailure = '40001'
const deadlock = '40P01'
const triesMax = 6

/**
 * Makes `change`: one transaction under the daily role, fenced to its counties, tried again on serialization failure
 * and deadlock. Nothing inside it may leave the building, since it can run more than once.
 * @param done is called after each commit: facts may have been told
 */
export function changeOn(db: Database, done: () => void): Change {
  return async (where, work) => {
    const settings = ['set local role gongzhi_app', `set local app.county = '${fenceOf(where)}'`]
    for (let tried = 1; ; tried++) {
      try {
        const result = await db.transaction(settings, work)
        done()
        return result
      } catch (error) {
        const state = stateOf(error)
        if (tried >= triesMax || (state !== serializationFailure && state !== deadlock)) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tried))
      }
    }
  }
}

function fenceOf(where: Where): string {
  if (where === 'no county') return ''
  const counties = typeof where === 'number' ? [where] : where
  if (!counties.every((county) => Number.isInteger(county))) throw new Error('a county is a whole number')
  return counties.join(',')
}
