import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedWords } from './masked.ts'

const known = [{ name: '王秀兰', phone: '13900000001', address: '梧桐里 12 号 3 幢 501' }]

test.each([
  ['王秀兰说灯坏了', '【姓名】说灯坏了', 1],
  ['打 13900000001 或 138-0013-8000', '打 【电话】 或 【号码】', 2],
  ['身份证 43010419800101123X', '身份证 【号码】', 1],
  ['座机 0731-88888888，邮箱 li@example.com', '座机 【号码】，邮箱 【号码】', 2],
  ['我叫李建国，住 8 幢 2 单元 302 室', '我叫【姓名】，住 【地址】', 2],
  ['梧桐里 12 号 3 幢 501 漏水', '【地址】 漏水', 1],
  ['湘A12345 占了盲道', '【号码】 占了盲道', 1],
  ['停水三天，20 户没有水', '停水三天，20 户没有水', 0],
  ['', '', 0],
])('%s', (words, seen, masked) => {
  expect(maskedWords(words, known)).toEqual({ words: seen, masked })
})

test('whatever stands around it, what is known of a person is gone', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('王秀兰', '13900000001', '梧桐里 12 号 3 幢 501'), (before, after, value) => {
    expect(maskedWords(`${before}${value}${after}`, known).words).not.toContain(value)
  }))
})
