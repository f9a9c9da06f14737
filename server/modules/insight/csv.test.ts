import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf, defused } from './csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\n=1', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])('%j becomes a text that is no formula', (text) => {
  expect(defused(text)).toBe(`'${text}`)
})

test.each(['梧桐社区', '2026-000123', '10%', '—', '', '路灯=坏'])('%j stays as it is', (text) => {
  expect(defused(text)).toBe(text)
})

test('what was written is read again, whatever stands in a cell', () => {
  const rows = [['单位', '件数'], ['他说“好”, "不好"', 3], ['两\n行', null], ['逗,号', 0.5]]
  const text = csvOf([{ name: '一', rows }])
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(parse(text, { bom: true })).toEqual([['单位', '件数'], ['他说“好”, "不好"', '3'], ['两\n行', ''], ['逗,号', '0.5']])
})

test('several tables stand below each other, each under its heading', () => {
  expect(csvOf([{ name: '一', rows: [['a', 1]] }, { name: '二', rows: [['b', 2]] }])).toBe('\uFEFF一\r\na,1\r\n\r\n二\r\nb,2\r\n')
})
