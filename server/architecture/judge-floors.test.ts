import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const submit = 'server/modules/casework/submit-appeal.ts'

test('a module enters another only through its door, also for a type', () => {
  const rows = '#server/modules/regions/region.sql.ts'
  const planted = `import { townOf } from '${rows}'
    import type { Case } from './tables.ts'
    type Rows = import('${rows}').Rows
    export default [townOf, {} as Rows & Case]`
  expect(judgeWith({ [submit]: planted }).trespasses).toEqual([
    sentence('door', `${submit}:1 imports '${rows}', which is an inner file of the module regions`),
    sentence('door', `${submit}:3 imports '${rows}', which is an inner file of the module regions`),
  ])
})

test('a module looks neither up', () => {
  const draw = 'server/modules/regions/draw-grid.ts'
  expect(judgeWith({ [draw]: `// 网格\nexport { open } from '../casework/task-group.ts'` }).trespasses).toEqual([
    sentence('downward', `${draw}:2 imports '../casework/task-group.ts', `
      + 'but regions stands on floor 1 and casework above it on floor 4'),
  ])
})

test('nor sideways, not even later by import()', () => {
  const ballots = '#server/modules/ballots/index.ts'
  expect(judgeWith({
    'server/modules/ballots/index.ts': 'export const count = 1',
    [submit]: `export default () => import('${ballots}')`,
  }).trespasses).toEqual([
    sentence('downward', `${submit}:1 imports '${ballots}', but casework and ballots stand side by side on floor 4`),
  ])
})

test('a module must stand on a floor', () => {
  const petitions = '#server/modules/petitions/index.ts'
  expect(judgeWith({
    'server/modules/petitions/index.ts': 'export const count = 1',
    [submit]: `export { count as default } from '${petitions}'`,
  }).trespasses).toEqual([
    sentence('floors', 'server/modules/petitions is a module that stands on no floor'),
    sentence('floors', `${submit}:1 imports '${petitions}', and petitions stands on no floor`),
  ])
})

const regions = '#server/modules/regions/index.ts'

test('the kernel knows no module', () => {
  const relay = 'server/kernel/relay.ts'
  expect(judgeWith({ [relay]: `import type { Town } from '${regions}'\nexport type Place = Town` }).trespasses).toEqual([
    sentence('kernel', `${relay}:1 imports '${regions}', which belongs to the module regions`),
  ])
})

test('only the house knows every module, and only what stands above the modules knows the house', () => {
  const { trespasses } = judgeWith({
    'server/main.ts': `import '${regions}'`,
    'server/watch/count-grids.ts': `import '${regions}'`,
    'server/kernel/relay.ts': `export const house = () => import('../house.ts')`,
    'server/modules/regions/draw-grid.ts': `
      import type { operations } from '#server/house.ts'
      import { port } from '#server/config.ts'
      export default (_: typeof operations) => port`,
  })
  const above = 'which stands above the modules and knows them all'
  expect(trespasses.toSorted()).toEqual([
    sentence('house', `server/kernel/relay.ts:1 imports '../house.ts', ${above}`),
    sentence('house', `server/main.ts:1 imports '${regions}', which belongs to the module regions`),
    sentence('house', `server/modules/regions/draw-grid.ts:2 imports '#server/house.ts', ${above}`),
    sentence('house', `server/watch/count-grids.ts:1 imports '${regions}', which belongs to the module regions`),
  ])
})

test('the demo stands above the modules, and rings at their doors', () => {
  expect(judgeWith({
    'server/demo/make-county.ts': `
      import '${regions}'
      import '../house.ts'
      import '../modules/casework/case.ts'`,
    'server/demo/county.sql.ts': `
      import sql from 'sql-template-tag'
      export const rows = sql\`insert into regions (id) values (1)\``,
    'server/kernel/relay.ts': `import '#server/demo/make-county.ts'`,
  }).trespasses.toSorted()).toEqual([
    sentence('door', `server/demo/make-county.ts:4 imports '../modules/casework/case.ts', `
      + 'which is an inner file of the module casework'),
    sentence('house', `server/kernel/relay.ts:1 imports '#server/demo/make-county.ts', `
      + 'which stands above the modules and knows them all'),
  ])
})

test('facts are declared and do nothing', () => {
  const file = 'server/facts/regions.ts'
  const declared = `
    import type { zh } from '#words/zh.ts'
    import { more } from './more.ts'
    export const kinds = { ...more, 'grid.drawn': { kept: true, by: [1] } } as const
    export type Kind = keyof typeof kinds | keyof typeof zh`
  expect(judgeWith({ 'server/facts/more.ts': 'export const more = {}', [file]: declared }).trespasses).toEqual([])

  const acting = `
    import type { Town } from '${regions}'
    import { zh } from '#words/zh.ts'
    export const kinds = Object.keys(zh)
    export function told(_: Town) {}
    export const tell = { it: () => 1 }`
  expect(judgeWith({ [file]: acting }).trespasses).toEqual([
    sentence('facts', `${file}:2 imports '${regions}', which belongs to the module regions`),
    sentence('facts', `${file}:3 imports '#words/zh.ts' at run time`),
    sentence('facts', `${file}:4 does something instead of declaring it`),
    sentence('facts', `${file}:5 does something instead of declaring it`),
    sentence('facts', `${file}:6 does something instead of declaring it`),
  ])
})

test('the product does not import its tests, and journeys may', () => {
  const cast = { 'server/test/cast.ts': `export const grandmotherLin = '3-2-501'` }
  expect(judgeWith({ ...cast, 'journeys/story.ts': `import '#server/test/cast.ts'` }).trespasses).toEqual([])
  expect(judgeWith({ ...cast, 'server/main.ts': `import './test/cast.ts'` }).trespasses).toEqual([
    sentence('tests', `server/main.ts:1 imports './test/cast.ts', which is test code`),
  ])
})
