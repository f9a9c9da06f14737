import type { CodeListShown } from '#contract/codes.ts'
import { typeKeyOf, type CodeList, type CodeType } from '#contract/site-codes.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { recallBooks } from '../books/recall-books.ts'
import type { CaseCode } from '../cases/case.ts'

/** A list as the API shows it. */
export const shown = ({ segments, types }: CodeList): CodeListShown => ({ segments: [...segments], types: [...types] })

/** What a case's code stands for, by the newest version that still knows its type. */
export async function codeShown(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, { text, type }: CaseCode) {
  const versions = await recallBooks<CodeList>(rooms, county, 'codes')
  const found = firstOf(versions.map(({ content }) => content), type)
  return found ? { text, type, thing: found.thing, className: found.className, name: found.name } : null
}

function firstOf(lists: readonly CodeList[], key: string): CodeType | undefined {
  for (const { types } of lists) {
    const found = types.find((one) => typeKeyOf(one) === key)
    if (found) return found
  }
  return undefined
}
