import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, codeTyped } from './code.ts'

test('a code is twelve signs that nobody takes for one another, and is the same however it is typed', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
    const code = codeOf(bytes)
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect([code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `].map(codeTyped)).toEqual([code, code, code])
  }))
})
