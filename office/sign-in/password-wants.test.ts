import { expect, test } from 'vitest'
import { passwordWants } from './password-wants.ts'

test('a sentence of one’s own is enough, in any script', () => {
  expect(passwordWants('the lamp at gate four', 'chen')).toEqual([])
  expect(passwordWants('四号门口的路灯又不亮了呀', 'chen')).toEqual([])
})

test('what is short, monotonous, a run of keys or one’s login is named', () => {
  expect(passwordWants('short', 'chen')).toContain('long')
  expect(passwordWants('aaaaaaaaaaaaaa', 'chen')).toContain('varied')
  expect(passwordWants('abcdefghijklmn', 'chen')).toContain('ownWords')
  expect(passwordWants('my chen is nice', 'chen')).toContain('ownWords')
  expect(passwordWants('lamp42lamp42lamp42', 'chen')).toContain('ownWords')
})

test('nothing typed meets nothing', () => {
  expect(passwordWants('', 'chen')).toEqual(['long', 'varied', 'ownWords'])
})
