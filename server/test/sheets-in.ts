import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkbook } from '#server/modules/casework/imports/read-workbook.ts'

/** What stands in the named sheets of a workbook, row by row, read by the reader of imports. */
export async function sheetsIn<Name extends string>(bytes: Uint8Array, ...names: Name[]): Promise<Record<Name, unknown[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-workbook-'))
  const path = join(folder, 'book.xlsx')
  writeFileSync(path, bytes)
  const book = await openWorkbook(path)
  try {
    const sheets: [string, unknown[][]][] = []
    for (const name of names) {
      const rows: unknown[][] = []
      for await (const { cells } of book.rows(name)) rows.push([...cells])
      sheets.push([name, rows])
    }
    return Object.fromEntries(sheets) as Record<Name, unknown[][]>
  } finally {
    book.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
