import { describe, expect, test } from 'vitest'
import { categoriesOf, keyFinder } from './category.ts'

describe('a row of names', () => {
  test('stands for a chain of categories', () => {
    expect(categoriesOf(['城乡建设', '安全生产', '事故处理'])).toEqual([
      { key: '城乡建设', parent: null, name: '城乡建设' },
      { key: '城乡建设/安全生产', parent: '城乡建设', name: '安全生产' },
      { key: '城乡建设/安全生产/事故处理', parent: '城乡建设/安全生产', name: '事故处理' },
    ])
  })
  test('may be short', () => expect(categoriesOf([' 城乡建设 ', '', ''])).toEqual([{ key: '城乡建设', parent: null, name: '城乡建设' }]))
  test.each([[['', '']], [['城乡建设', '', '事故处理']], [['长'.repeat(30), '长'.repeat(10)]]])('%j is none', (names) => expect(typeof categoriesOf(names)).toBe('string'))
})

test('a category is found by its key, or by its names as deep as they are known', () => {
  const row = (key: string, parent: string | null, name_zh: string, ended_at: Date | null = null) => [key, { key, parent, name_zh, ended_at }] as const
  const find = keyFinder(new Map([row('a', null, '甲'), row('b', 'a', '乙'), row('c', null, '丙', new Date())]))
  expect([find('key', ['b']), find('key', ['c']), find('key', ['z'])]).toEqual(['b', undefined, undefined])
  expect([find('names', ['甲', '乙']), find('names', ['甲', '丁']), find('names', ['丁', '乙']), find('names', ['丙'])]).toEqual(['b', 'a', undefined, undefined])
})
