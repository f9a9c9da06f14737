import { expect, test } from 'vitest'
import { judgeFiles, judgeWith, sentence } from './planted-tree.ts'

test('a house that could not be read keeps no law', () => {
  const { trespasses, filesRead } = judgeFiles({})
  expect(filesRead).toBe(0)
  expect(trespasses).toEqual([
    ...['contract', 'words', 'server', 'screen', 'office', 'resident']
      .map((room) => sentence('read', `${room}/ holds no file of code that the law could read`)),
    sentence('read', 'server/migrations/ holds no migration that the law could read'),
  ])
})

test(`a file that can't be parsed is named and not passed by`, () => {
  const [first, ...others] = judgeWith({ 'office/main.tsx': 'export const page = <p>' }).trespasses
  expect(first).toMatch(/^office\/main\.tsx can't be parsed \(/)
  expect(others).toEqual([])
})

test('an import that leads nowhere is named', () => {
  const planted = `import '@/page.tsx'
    import '#office/page.ts'
    import './gone.ts'
    import './main.tsx?url'`
  expect(judgeWith({ 'office/page.ts': planted }).trespasses).toEqual([
    sentence('read', `office/page.ts:2 imports '#office/page.ts', which leads to no file that the law can see`),
    sentence('read', `office/page.ts:3 imports './gone.ts', which leads to no file that the law can see`),
  ])
})

test('an import whose path is computed is named in the server, where nobody could judge it', () => {
  const [submit, ledger] = ['server/modules/casework/submit-appeal.ts', '`#server/modules/${name}/post.ts`']
  const planted = `const name = 'ledger'\nexport default import(${ledger})`
  const { trespasses } = judgeWith({ [submit]: planted, 'office/page.ts': planted, 'server/kernel/a.test.ts': planted })
  expect(trespasses).toEqual([
    sentence('read', `${submit}:2 imports by the computed path ${ledger}, which leads to no file that the law can see`),
  ])
})
