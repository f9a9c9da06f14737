import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forwardVerb, hasOperatorDoor, openOperatorDoor } from './operator.ts'

let folder: string
let said: string[]
const print = (line: string) => void said.push(line)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-operator-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('lines come one by one, while the verb is still at it', async () => {
  let goOn = () => {}
  const close = await openOperatorDoor(folder, {
    async count(args, say) {
      say('一 of two')
      await new Promise<void>((resolve) => (goOn = resolve))
      say(args.join(' '))
      return 3
    },
  })
  const code = forwardVerb(folder, 'count', ['two', 'of two'], print)
  await expect.poll(() => said).toEqual(['一 of two'])
  goOn()
  expect([await code, said]).toEqual([3, ['一 of two', 'two of two']])
  await close()
})

test('a fault is said in its own words, and the code is 1', async () => {
  const close = await openOperatorDoor(folder, { fail: () => Promise.reject(new Error('The disk is full.')) })
  expect([await forwardVerb(folder, 'fail', [], print), said]).toEqual([1, ['The disk is full.']])
  await close()
})

test('who stops in the middle is not believed to be done', async () => {
  const close = await openOperatorDoor(folder, {
    wait(_, say) {
      say('begun')
      return new Promise(() => {})
    },
  })
  const code = forwardVerb(folder, 'wait', [], print)
  const refused = expect(code).rejects.toThrow('stopped before it was done')
  await expect.poll(() => said).toEqual(['begun'])
  await close()
  await refused
})

test('a verb that the running version does not know, and a door that is gone, are said', async () => {
  const close = await openOperatorDoor(folder, {})
  expect(hasOperatorDoor(folder)).toBe(true)
  await expect(forwardVerb(folder, 'fly', [], print)).rejects.toThrow('does not know fly')
  await close()
  expect(hasOperatorDoor(folder)).toBe(false)
})
