import { expect, test } from 'vitest'
import { judgeWith, sentence } from './planted-tree.ts'

const submit = 'server/modules/casework/submit-appeal.ts'

test('a module enters another only through its door, also for a type', () => {
  expect(judgeWith({ [submit]: 'import { townOf } from \'#server/modules/regions/region.sql.ts\'\nimport type { Case } from \'./tables.ts\'\ntype Rows = import(\'#server/modules/regions/region.sql.ts\').Rows\nexport default [townOf, {} as Rows & Case]\n' }).trespasses).toEqual([
    sentence('door', `${submit}:1 imports '#server/modules/regions/region.sql.ts', which is an inner file of the module regions`),
    sentence('door', `${submit}:3 imports '#server/modules/regions/region.sql.ts', which is an inner file of the module regions`),
  ])
})

test('a module looks neither up', () => {
  expect(judgeWith({ 'server/modules/regions/draw-grid.ts': '// 网格\nexport { open } from \'../casework/task-group.ts\'\n' }).trespasses).toEqual([
    sentence('downward', 'server/modules/regions/draw-grid.ts:2 imports \'../casework/task-group.ts\', but regions stands on floor 1 and casework above it on floor 4'),
  ])
})

test('nor sideways, not even later by import()', () => {
  expect(judgeWith({
    'server/modules/ballots/index.ts': 'export const count = 1\n',
    [submit]: 'export default () => import(\'#server/modules/ballots/index.ts\')\n',
  }).trespasses).toEqual([
    sentence('downward', `${submit}:1 imports '#server/modules/ballots/index.ts', but casework and ballots stand side by side on floor 4`),
  ])
})

test('a module must stand on a floor', () => {
  expect(judgeWith({
    'server/modules/petitions/index.ts': 'export const count = 1\n',
    [submit]: 'export { count as default } from \'#server/modules/petitions/index.ts\'\n',
  }).trespasses).toEqual([
    sentence('floors', 'server/modules/petitions is a module that stands on no floor'),
    sentence('floors', `${submit}:1 imports '#server/modules/petitions/index.ts', and petitions stands on no floor`),
  ])
})

test('the kernel knows no module', () => {
  expect(judgeWith({ 'server/kernel/relay.ts': 'import type { Town } from \'#server/modules/regions/index.ts\'\nexport type Place = Town\n' }).trespasses).toEqual([
    sentence('kernel', 'server/kernel/relay.ts:1 imports \'#server/modules/regions/index.ts\', which belongs to the module regions'),
  ])
})

test('only the house knows every module, and only what stands above the modules knows the house', () => {
  expect(judgeWith({
    'server/main.ts': 'import \'./modules/regions/index.ts\'\n',
    'server/kernel/relay.ts': 'export const house = () => import(\'../house.ts\')\n',
    'server/modules/regions/draw-grid.ts': 'import type { operations } from \'#server/house.ts\'\nimport { port } from \'#server/config.ts\'\nexport default (_: typeof operations) => port\n',
    'server/demo/make-county.ts': 'import \'../modules/regions/index.ts\'\n',
  }).trespasses.toSorted()).toEqual([
    sentence('house', 'server/demo/make-county.ts:1 imports \'../modules/regions/index.ts\', which belongs to the module regions'),
    sentence('house', 'server/kernel/relay.ts:1 imports \'../house.ts\', which stands above the modules and knows them all'),
    sentence('house', 'server/main.ts:1 imports \'./modules/regions/index.ts\', which belongs to the module regions'),
    sentence('house', 'server/modules/regions/draw-grid.ts:1 imports \'#server/house.ts\', which stands above the modules and knows them all'),
  ])
})

test('facts are declared and do nothing', () => {
  const declared = 'import type { zh } from \'#words/zh.ts\'\nimport { more } from \'./more.ts\'\nexport const kinds = { ...more, \'grid.drawn\': { kept: true, by: [1] } } as const\nexport type Kind = keyof typeof kinds | keyof typeof zh\n'
  expect(judgeWith({ 'server/facts/more.ts': 'export const more = {}\n', 'server/facts/regions.ts': declared }).trespasses).toEqual([])
  const acting = 'import type { Town } from \'#server/modules/regions/index.ts\'\nimport { zh } from \'#words/zh.ts\'\nexport const kinds = Object.keys(zh)\nexport function told(_: Town) {}\nexport const tell = { it: () => 1 }\n'
  expect(judgeWith({ 'server/facts/regions.ts': acting }).trespasses).toEqual([
    sentence('facts', 'server/facts/regions.ts:1 imports \'#server/modules/regions/index.ts\', which belongs to the module regions'),
    sentence('facts', 'server/facts/regions.ts:2 imports \'#words/zh.ts\' at run time'),
    ...[3, 4, 5].map((line) => sentence('facts', `server/facts/regions.ts:${line} holds a statement that is no type and no plain declaration`)),
  ])
})

test('the product does not import its tests, and journeys may', () => {
  const cast = { 'server/test/cast.ts': 'export const grandmotherLin = \'3-2-501\'\n' }
  expect(judgeWith({ ...cast, 'journeys/story.ts': 'import \'#server/test/cast.ts\'\n' }).trespasses).toEqual([])
  expect(judgeWith({ ...cast, 'server/main.ts': 'import \'./test/cast.ts\'\n' }).trespasses).toEqual([
    sentence('tests', 'server/main.ts:1 imports \'./test/cast.ts\', which is test code'),
  ])
})
