import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { workbookOf, zipOf } from '#server/test/zip-of.ts'
import { openFile } from './open-file.ts'
import type { FileRow, Layout } from './record.ts'

async function rowsOf(bytes: Buffer, layout: Partial<Layout> = {}): Promise<[number, ...unknown[]][]> {
  const { rows } = await openFile(async function* () {
    yield bytes
  }, { format: 'xlsx', needs: [], ...layout })
  const read: FileRow[] = []
  for await (const row of rows) read.push(row)
  return read.map((row) => ('fault' in row ? [row.line, row.fault] : [row.line, ...row.cells.values()]))
}

const sheet = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`
const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const head = `<row r="1">${text('A1', '编号')}${text('B1', '内容')}</row>`

describe('a workbook', () => {
  test('that another program wrote is read', async () => {
    const book = await writeExcelFile([[{ value: '编号' }, { value: '内容' }, { value: '时间' }], [{ value: 7, type: Number }, { value: '路灯不亮\n<请> & 修理' }, { value: new Date('2019-02-28T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }]] as never).toBuffer()
    expect(await rowsOf(book)).toEqual([[2, 7, '路灯不亮\n<请> & 修理', 43524]])
  })

  test('cells stand where they say, shared texts are found, phonetic hints and faults left out', async () => {
    const shared = Buffer.from('<sst><si><t>路灯</t></si><si><r><t>不</t></r><r><t>亮</t></r><rPh><t>bu liang</t></rPh></si></sst>')
    const rows = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}${text('C1', 'c')}</row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>
      <row r="4"><c r="B4"><v>1.5</v></c><c r="C4" t="e"><v>#REF!</v></c></row><row r="5"/><row r="6"><c t="str"><v>x</v></c><c t="b"><v>1</v></c></row>`
    expect(await rowsOf(workbookOf(sheet(rows), [{ name: 'xl/sharedStrings.xml', bytes: shared }]))).toEqual([[3, '路灯', null, '不亮'], [4, null, 1.5, null], [6, 'x', '1', null]])
  })

  test('another sheet may be named', async () => {
    const book = workbookOf(sheet(head), [{ name: 'xl/worksheets/sheet2.xml', bytes: Buffer.from(sheet(`${head}<row r="2">${text('A2', '二')}</row>`)) }])
    expect(await rowsOf(book, { sheet: '二月' })).toEqual([[2, '二', null]])
    await expect(rowsOf(book, { sheet: '三月' })).rejects.toMatchObject({ code: 'sheet_missing', values: { sheets: '一月, 二月' } })
  })

  test('a value beyond the columns is a bad row', async () => {
    expect(await rowsOf(workbookOf(sheet(`${head}<row r="2">${text('A2', '1')}${text('E2', '?')}</row>`)))).toEqual([[2, 'columns']])
  })
})

describe('refused as a whole', () => {
  /** Zeros swell a thousandfold. */
  const zeros = (mb: number) => Buffer.alloc(mb * 1024 * 1024, '0')

  test('what is no archive, or no workbook', async () => {
    await expect(rowsOf(Buffer.from('编号,内容\n'))).rejects.toMatchObject({ code: 'not_xlsx' })
    await expect(rowsOf(zipOf([{ name: 'readme.txt', bytes: Buffer.from('x') }]))).rejects.toMatchObject({ code: 'not_xlsx' })
  })
  test('an empty sheet, and one that lacks a column', async () => {
    await expect(rowsOf(workbookOf(sheet('')))).rejects.toMatchObject({ code: 'empty' })
    await expect(rowsOf(workbookOf(sheet(head)), { needs: ['编号', '时间'] })).rejects.toMatchObject({ code: 'column_missing', values: { columns: '时间' } })
  })
  test('a bomb, by what it says of itself: nothing of it is inflated', async () => {
    await expect(rowsOf(workbookOf(zeros(64)))).rejects.toMatchObject({ code: 'bomb' })
    const gigabytes = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(sheet(head)), saysBytes: 4_000_000_000 }
    await expect(rowsOf(workbookOf('', [gigabytes]))).rejects.toMatchObject({ code: 'bomb' })
  })
  test('a bomb that says it is small, where it comes to more than it said', async () => {
    const book = workbookOf('', [{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.concat([Buffer.from('<worksheet>'), zeros(64)]), saysBytes: 1_000 }])
    await expect(rowsOf(book)).rejects.toMatchObject({ code: 'bomb' })
  })
  test('a sheet that breaks off', async () => {
    await expect(rowsOf(workbookOf(sheet(head).slice(0, -30)))).rejects.toMatchObject({ code: 'damaged_archive' })
  })
  test('entities that would grow do not', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheet(`${head}<row r="2">${text('A2', '&b;&b;')}</row>`)}`
    expect(await rowsOf(workbookOf(bomb))).toEqual([[2, '&b;&b;', null]])
  })
})
