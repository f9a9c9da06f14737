import { expect, test } from 'vitest'
import type { Queryable } from './database.ts'
import { answer, ask, question } from './question.ts'

const db: Queryable = { query: async () => [] }
const howMany = question<{ of: string }, number>('how many')
const other = question<{ of: string }, number>('how many others')

test('every module that answers is asked, in order, with the database of the change; a question to nobody has no answers', async () => {
  const heard: unknown[] = []
  const answers = [
    answer(howMany, async (given, { of }) => (heard.push(given), of.length)),
    answer(other, async () => 100),
    answer(howMany, async () => 7),
  ]
  expect(await ask(answers, db, howMany, { of: 'four' })).toEqual([4, 7])
  expect(heard).toEqual([db])
  expect(await ask([], db, howMany, { of: 'four' })).toEqual([])
})

test('an answer that fails fails the question: what can’t be known is not taken for no', async () => {
  await expect(ask([answer(howMany, async () => { throw new Error('broken') })], db, howMany, { of: '' })).rejects.toThrow('broken')
})
