import { expect, test } from 'vitest'
import { hoursIn, hoursWords } from './hours-words.ts'

const day = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]

test.each([
  ['09:00–12:00, 13:30–17:30', day],
  ['9:00-12:00，13:30-17:30', day],
  ['9：00至12：00、13：30到17：30', day],
  ['9点00~12点00；13点30～17点30', day],
  ['08:00-24:00', [{ from: '08:00', to: '24:00' }]],
  ['休息', []],
  ['', undefined],
  ['上午', undefined],
  ['09:00', undefined],
  ['12:00-09:00', undefined],
  ['09:00-12:00, 11:00-17:00', undefined],
  ['09:00-24:30', undefined],
  ['09:60-12:00', undefined],
])('%s is read as %j', (words, hours) => expect(hoursIn(words, '休息')).toEqual(hours))

test('what is written is read again', () => {
  expect(hoursIn(hoursWords(day, '休息'), '休息')).toEqual(day)
  expect(hoursIn(hoursWords([], '休息'), '休息')).toEqual([])
})
