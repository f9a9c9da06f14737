import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

test(`files don't load each other in a circle`, () => {
  expect(judgeWith({
    'screen/map.ts': `import { call } from './call.ts'\nexport const map = call`,
    'screen/chart.ts': `import './map.ts'\nexport const chart = 1`,
    'screen/call.ts': `\nimport { chart } from './chart.ts'\nexport const call = chart`,
  }).trespasses).toEqual([
    sentence('cycles', `screen/call.ts:2 imports './chart.ts', and so imports itself `
      + '(screen/call.ts → screen/chart.ts → screen/map.ts → screen/call.ts)'),
  ])
})

test('a type, or a page loaded later, closes no circle', () => {
  expect(judgeWith({
    'screen/map.ts': `import type { call } from './call.ts'\nexport const map = (_: typeof call) => 1`,
    'screen/page.ts': `import { call } from './call.ts'\nexport const page = call`,
    'screen/call.ts': `import { map } from './map.ts'\nexport const call = [map, () => import('./page.ts')]`,
  }).trespasses).toEqual([])
})

test.each(['utils', 'helpers', 'common', 'lib', 'shared', 'misc'])('no folder is called %s', (name) => {
  expect(judgeWith({ [`office/cases/${name}/day.ts`]: 'export const day = 1' }).trespasses)
    .toEqual([sentence('folders', `office/cases/${name} is a folder whose name says nothing`)])
})

test('what git leaves out is left out here', () => {
  expect(judgeWith({
    'dist/lib/a.js': `import './gone.js'`,
    'office/node_modules/lib/a.js': 'export default <',
    '.cache/lib/a.js': 'export default <',
  }).trespasses).toEqual([])
})

test('a file above 200 lines is told, above 300 it is too long, unless generated or of words', () => {
  const lines = (count: number) => 'export {}\n'.repeat(count)
  const { trespasses, aboveAim } = judgeWith({
    'office/short.ts': lines(200),
    'office/longish.ts': lines(300),
    'office/long.ts': lines(301),
    'office/long.tsx': '\n'.repeat(301),
    'office/made.ts': `// Generated from the migrations.\n${lines(400)}`,
    'office/generate-all.ts': `import './short.ts' // generated\n${lines(301)}`,
    'words/en.ts': lines(500),
    'docs/words.md': '\n'.repeat(500),
    'office/style/list.css': '\n'.repeat(500),
  })
  expect(trespasses.toSorted()).toEqual([
    sentence('length', 'office/generate-all.ts has 302 lines'),
    sentence('length', 'office/long.ts has 301 lines'),
    sentence('length', 'office/long.tsx has 301 lines'),
  ])
  expect(aboveAim).toEqual(['office/longish.ts (300)'])
})
