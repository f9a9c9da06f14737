import type { CodeRowFault } from '#contract/codes.ts'
import { lengthOf, typeKeyOf, type CodeList, type CodeType, type Thing } from '#contract/site-codes.ts'
import type { Cell } from '../imports/record.ts'
import type { Finders } from '../routing/row.ts'

export const columns = ['thing', 'class', 'className', 'classNameEn', 'type', 'name', 'nameEn', 'category', 'owner'] as const
export type Column = (typeof columns)[number]

export interface RowFault {
  code: CodeRowFault
  text: string | null
}

const nameLengthMax = 60
const thingsByWord: Record<string, Thing> = { 部件: 'component', 事件: 'event', component: 'component', event: 'event' }

/** One row of a table as a line of the list, or every reason why it is none. A spreadsheet forgets the zeros that numbers begin with. */
export function typeOf(cells: ReadonlyMap<Column, Cell>, { segments }: Pick<CodeList, 'segments'>, find: Pick<Finders, 'category' | 'owner'>): { type: CodeType } | { faults: RowFault[] } {
  const faults: RowFault[] = []
  const no = (code: CodeRowFault, text: string | null = null) => void faults.push({ code, text: text && text.slice(0, nameLengthMax) })
  const text = (column: Column) => String(cells.get(column) ?? '').trim()
  const digits = (column: 'class' | 'type', length: number) => {
    const said = text(column).normalize('NFKC')
    if (said === '') no(`${column}_missing`)
    else if (!/^\d+$/.test(said)) no('not_digits', said)
    else if (said.length > length) no(`${column}_length`, said)
    return said.padStart(length, '0')
  }
  const named = (column: 'className' | 'name', en: 'classNameEn' | 'nameEn') => {
    if (text(column) === '') no(column === 'name' ? 'name_missing' : 'class_name_missing')
    for (const one of [column, en]) if (text(one).length > nameLengthMax) no('too_long', text(one))
    return { zh: text(column), ...(text(en) && { en: text(en) }) }
  }
  const thing = thingsByWord[text('thing').toLowerCase()]
  if (!thing) no('thing_unknown', text('thing'))
  const category = find.category(text('category'))
  if (typeof category !== 'object') no(category === 'several' ? 'category_several' : 'category_unknown', text('category'))
  const owner = text('owner') === '' ? { is: null } : find.owner(text('owner'))
  if (typeof owner !== 'object') no('owner_unknown', text('owner'))
  const type: CodeType = {
    thing: thing ?? 'component', class: digits('class', lengthOf(segments, 'class')), type: digits('type', lengthOf(segments, 'type')),
    className: named('className', 'classNameEn'), name: named('name', 'nameEn'),
    category: typeof category === 'object' ? category.is : '', owner: typeof owner === 'object' ? owner.is : null,
  }
  return faults.length > 0 ? { faults } : { type }
}

/** Lines that stand there before: their places in the list, the first left out. */
export function twiceIn(types: readonly CodeType[]): number[] {
  const seen = new Set<string>()
  return types.flatMap((one, i) => {
    const key = typeKeyOf(one)
    if (seen.has(key)) return [i]
    seen.add(key)
    return []
  })
}
