import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { team } from '#server/demo/cast.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { importRegions } from './import-regions.ts'
import { placeOfRegion } from './index.ts'

const changsha = fileURLToPath(new URL('../../../../shared/data/divisions-china/changsha.csv', import.meta.url))
const hasChangsha = existsSync(changsha)
if (!hasChangsha) console.warn('!!! ../shared/data/divisions-china is absent. Skipped: importing the divisions of a real city.')

/** A small province with unused codes, in the files in which the state's codes are handed around. */
const files = {
  'areas.csv': 'code,name,cityCode,provinceCode\n980101,"青石区",9801,98\n980102,"白石县",9801,98\n',
  'cities.csv': 'code,name,provinceCode\n9801,"石城市",98\n',
  'provinces.csv': '\ufeffcode,name\n98,"试验省"\n',
  'streets.csv': 'code,name,areaCode,provinceCode,cityCode\n980101001,"柳荫街道",980101,98,9801\n980102100,"泉头镇",980102,98,9801\n',
  'villages.csv.gz': 'code,name,streetCode,provinceCode,cityCode,areaCode\n980101001001,"柳荫社区",980101001,98,9801,980101\n980102100200,"泉头村",980102100,98,9801,980102\n',
}
const chain = 'village_code,village,street_code,street,area_code,area\n'

describe.skipIf(!hasPostgres)('import-regions', () => {
  let town: Town
  let folder: string
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongzhi-divisions-'))
    return () => rmSync(folder, { recursive: true })
  })

  const write = (given: Record<string, string>) => Object.entries(given).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
    return path
  })
  const run = async (...paths: string[]) => {
    const said: string[] = []
    return { code: await importRegions.run(town.house.rooms, paths, (line) => void said.push(line)), said }
  }
  const bearing = async (words: string) => (await town.nobody.ask('searchRegions', { query: { words } })).items

  test('reads a folder, wide divisions first, and fills every level', async () => {
    write(files)
    expect(await run(folder)).toEqual({ code: 0, said: ['8 rows read: 8 regions added, 0 renamed, 0 as before, 0 bad rows left out.'] })
    const [village] = await bearing('980102100200')
    const placed = await placeOfRegion(town.house.rooms, village!.id)
    expect(placed?.chain.map(({ level, name }) => [level, name.zh])).toEqual([[1, '试验省'], [2, '石城市'], [3, '白石县'], [4, '泉头镇'], [5, '泉头村']])
    expect(Object.values(placed!.place)).toEqual(placed!.chain.slice(2).map(({ id }) => id))
    expect((await town.nobody.ask('listRegions')).items.map(({ code }) => code)).toEqual(['980101', '980102', '990101'])
  })

  test('a second time adds none, and renames what has a new name', async () => {
    write(files)
    await run(folder)
    const [before] = await bearing('980101001')
    write({ 'streets.csv': files['streets.csv'].replace('柳荫', '柳阴') })
    expect((await run(folder)).said).toEqual(['8 rows read: 0 regions added, 1 renamed, 7 as before, 0 bad rows left out.'])
    const [after] = await bearing('980101001')
    expect([after!.id, after!.name.zh]).toEqual([before!.id, '柳阴街道'])
    expect((await placeOfRegion(town.house.rooms, after!.id))?.chain.at(-1)?.name.zh).toBe('柳阴街道')
  })

  test('a file of one city makes the levels above, which get their names when a file names them', async () => {
    const [file] = write({ 'city.csv': `${chain}970101001001,桥头社区,970101001,桥头街道,970101,河东区\n970101001002,桥尾社区,970101001,桥头街道,970101,河东区\n` })
    expect((await run(file!)).said).toEqual(['2 rows read: 6 regions added, 0 renamed, 0 as before, 0 bad rows left out.'])
    expect((await bearing('97')).map(({ code, name }) => [code, name.zh]).slice(0, 3)).toEqual([['97', '97'], ['9701', '9701'], ['970101', '河东区']])
    const [upper] = write({ 'cities.csv': 'code,name\n9701,河口市\n' })
    expect((await run(upper!, file!)).said).toEqual(['3 rows read: 0 regions added, 1 renamed, 4 as before, 0 bad rows left out.'])
  })

  test('names each bad row with its line and the reason, and takes the others', async () => {
    const [file] = write({
      'city.csv': `${chain}960101001001,一村,960101001,河镇,960101,河县
96010100100,二村,960101001,河镇,960101,河县
960101001003,,960101001,河镇,960101,河县
960101001004,四村,960101001
960102001005,五村,960101001,河镇,960101,河县

960101001006,六村,960101001,山镇,960101,河县
960101001001,首村,960101001,河镇,960101,河县
`,
      'villages.csv': 'code,name\n960101009001,飞村\n',
    })
    const { code, said } = await run(folder)
    expect(code).toBe(1)
    expect(said).toEqual([
      'city.csv:3 "96010100100" is no division code: 2, 4, 6, 9 or 12 digits',
      'city.csv:4 the name of 960101001003 must have 1 to 60 letters',
      'city.csv:5 has 3 columns, the first line 6',
      'city.csv:6 960102001005 does not lie in 960101001',
      'city.csv:8 960101001 山镇 stands before with the name 河镇',
      'city.csv:9 960101001001 首村 stands before with the name 一村',
      'villages.csv:2 960101009001 飞村 lies in 960101009, which is not there',
      '8 rows read: 6 regions added, 0 renamed, 0 as before, 7 bad rows left out.',
    ])
    expect((await bearing('960101001')).map(({ name }) => name.zh)).toEqual(['河镇', '一村', '六村'])
    expect((await run(file!)).said.at(-1)).toBe('7 rows read: 0 regions added, 0 renamed, 4 as before, 6 bad rows left out.')
  })

  test('leaves alone what was ended here', async () => {
    const admin = await town.signIn(team.admin)
    await admin.ask('changeRegion', { params: { region: 123 }, body: { validTo: '2026-11-01' } })
    const [file] = write({ 'villages.csv': 'code,name\n990101100003,稻香村\n' })
    expect(await run(file!)).toEqual({ code: 1, said: [
      'villages.csv:2 990101100003 稻香村 was ended here, and stays so',
      '1 rows read: 0 regions added, 0 renamed, 0 as before, 1 bad rows left out.',
    ] })
  })

  test.each([
    ['of another kind', 'id,title\n1,x\n', /things\.csv can't be read: its first line must name the columns/],
    ['with a quote that never ends', 'code,name\n95,"试\n', /things\.csv can't be read: Quote Not Closed/],
  ])('a file %s is refused as a whole', async (_, content, why) => {
    const [file] = write({ 'things.csv': content })
    await expect(run(file!)).rejects.toThrow(why)
  })

  test('a file that is not packed as it says is refused, one that is not there, and none', async () => {
    const path = join(folder, 'villages.csv.gz')
    writeFileSync(path, 'code,name\n95,试\n')
    await expect(run(path)).rejects.toThrow('villages.csv.gz can\'t be read: incorrect header check')
    await expect(run(join(folder, 'gone.csv'))).rejects.toThrow('ENOENT')
    expect((await run()).code).toBe(2)
  })

  test.skipIf(!hasChangsha)('reads the divisions of a real city: 9 counties, 172 towns, 1,649 villages', async () => {
    expect(await run(changsha)).toEqual({ code: 0, said: ['1649 rows read: 1832 regions added, 0 renamed, 0 as before, 0 bad rows left out.'] })
    const counties = (await town.nobody.ask('listRegions')).items.filter(({ code }) => code.startsWith('4301'))
    expect([counties.length, counties.reduce((sum, { children }) => sum + children, 0)]).toEqual([9, 172])
    expect((await run(changsha)).said).toEqual(['1649 rows read: 0 regions added, 0 renamed, 1830 as before, 0 bad rows left out.'])
  })
})
