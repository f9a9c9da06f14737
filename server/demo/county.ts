import type { Polygon } from '#contract/regions.ts'

/** The demo county: invented, with codes that the state has not given out. Numbers are the regions' own. */
export interface DemoRegion {
  id: number
  parent: number | null
  level: number
  code: string
  zh: string
  en: string
  boundary?: Polygon
}

export const county = 3

const towns = [
  { id: 11, code: '990101001', zh: '春晖街道', en: 'Chunhui Subdistrict' },
  { id: 12, code: '990101002', zh: '望江街道', en: 'Wangjiang Subdistrict' },
  { id: 13, code: '990101100', zh: '柳河镇', en: 'Liuhe Town' },
]

/** Villages by town, in the order in which they lie on the map, west to east. */
const villages: Record<number, { id: number; zh: string; en: string }[]> = {
  11: [
    { id: 101, zh: '梧桐社区', en: 'Wutong Community' },
    { id: 102, zh: '银杏社区', en: 'Yinxing Community' },
    { id: 103, zh: '玉兰社区', en: 'Yulan Community' },
  ],
  12: [
    { id: 111, zh: '渡口社区', en: 'Dukou Community' },
    { id: 112, zh: '南岸社区', en: 'Nan’an Community' },
    { id: 113, zh: '码头社区', en: 'Matou Community' },
  ],
  13: [
    { id: 121, zh: '柳河村', en: 'Liuhe Village' },
    { id: 122, zh: '青石村', en: 'Qingshi Village' },
    { id: 123, zh: '稻香村', en: 'Daoxiang Village' },
  ],
}

const gridsPerVillage = 2
const west = 118.02
const south = 29.91
const cellWidth = 0.016
const cellHeight = 0.03

/** All regions of the demo, parents first. Towns are rows on the map, villages columns, grids halves of a village. */
export function demoRegions(): DemoRegion[] {
  const top: DemoRegion[] = [
    { id: 1, parent: null, level: 1, code: '99', zh: '示范省', en: 'Demo Province' },
    { id: 2, parent: 1, level: 2, code: '9901', zh: '示范市', en: 'Demo City' },
    { id: county, parent: 2, level: 3, code: '990101', zh: '明泽区', en: 'Mingze District', boundary: block(0, 6, 0, 3) },
  ]
  const below = towns.flatMap((town, row) => [
    { ...town, parent: county, level: 4, boundary: block(0, 6, row, row + 1) },
    ...villages[town.id]!.flatMap((village, column) => {
      const code = `${town.code}${String(column + 1).padStart(3, '0')}`
      const from = column * gridsPerVillage
      return [
        { ...village, parent: town.id, level: 5, code, boundary: block(from, from + gridsPerVillage, row, row + 1) },
        ...Array.from({ length: gridsPerVillage }, (_, i) => ({
          id: village.id * 10 + i + 1,
          parent: village.id,
          level: 6,
          code: `${code}${String(i + 1).padStart(3, '0')}`,
          zh: `${village.zh.slice(0, 2)}第${['一', '二'][i]}网格`,
          en: `${village.en.split(' ')[0]} Grid ${i + 1}`,
          boundary: block(from + i, from + i + 1, row, row + 1),
        })),
      ]
    }),
  ])
  return [...top, ...below]
}

/** A block of cells with slightly crooked edges; neighbours share every corner, so there are no gaps. */
function block(fromColumn: number, toColumn: number, fromRow: number, toRow: number): Polygon {
  const columns = Array.from({ length: toColumn - fromColumn + 1 }, (_, i) => fromColumn + i)
  const rows = Array.from({ length: toRow - fromRow + 1 }, (_, i) => fromRow + i)
  const ring = [
    ...columns.map((x) => corner(x, fromRow)),
    ...rows.slice(1).map((y) => corner(toColumn, y)),
    ...columns.toReversed().slice(1).map((x) => corner(x, toRow)),
    ...rows.toReversed().slice(1).map((y) => corner(fromColumn, y)),
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

/** Row nought is the northern one. */
function corner(column: number, row: number): [number, number] {
  const bend = (a: number, b: number) => Math.sin(a * 12.9 + b * 78.2) * 0.16
  const lon = west + (column + bend(column, row)) * cellWidth
  const lat = south + (3 - row + bend(row, column + 5)) * cellHeight
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}
