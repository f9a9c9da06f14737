import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

/** Works that end when told to. */
function works(inTurn: ReturnType<typeof takeTurns>) {
  const ends: (() => void)[] = []
  let running = 0
  let most = 0
  const start = () => inTurn(async () => {
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running--
  })
  return { start, ends, most: () => most, running: () => running }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

test('never more than so many run at once, and all come to their turn', async () => {
  const { start, ends, most } = works(takeTurns(2, 10))
  const all = Array.from({ length: 6 }, start)
  while (ends.length > 0) {
    ends.shift()!()
    await soon()
  }
  await Promise.all(all)
  expect(most()).toBe(2)
})

test('whoever comes to a full queue is asked to come again, and the others are not disturbed', async () => {
  const { start, ends, running } = works(takeTurns(1, 1))
  const [first, second] = [start(), start()]
  await expect(start()).rejects.toMatchObject({ code: 'busy', detail: { retryAfterSeconds: 5 } })
  ends.shift()!()
  await first
  await soon()
  expect(running()).toBe(1)
  ends.shift()!()
  await second
})

test('work that fails gives its place back', async () => {
  const inTurn = takeTurns(1, 0)
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(async () => 'done')).toBe('done')
})
