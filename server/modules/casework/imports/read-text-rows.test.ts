import { describe, expect, test } from 'vitest'
import { fieldsOf } from './csv.ts'
import { encodingOf } from './encoding.ts'
import { openFile } from './open-file.ts'
import type { FileRow, Layout } from './record.ts'
import { Unreadable } from './unreadable.ts'
import { gzipSync } from 'node:zlib'

/** Bytes in pieces of odd sizes, as a network brings them. */
async function* pieces(bytes: Uint8Array) {
  for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7) % 11 + 1) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: string | Uint8Array, layout: Partial<Layout> = {}): Promise<[number, ...unknown[]][]> {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const { rows } = await openFile(() => pieces(whole), { format: 'csv', needs: [], ...layout })
  const read: FileRow[] = []
  for await (const row of rows) read.push(row)
  return read.map((row) => ('fault' in row ? [row.line, row.fault] : [row.line, ...row.cells.values()]))
}

/** 编号,内容 / 7,路灯不亮，请修理 in GB18030. */
const chineseBytes = Buffer.from('b1e0bac52cc4dac8dd0a372cc2b7b5c6b2bbc1c1a3acc7ebd0deC0ed0a', 'hex')

describe('the fields of a CSV record', () => {
  test.each([
    ['a,b,c', ['a', 'b', 'c']], ['', ['']], ['a,', ['a', '']], [',', ['', '']], ['"a,b",c', ['a,b', 'c']], ['"say ""hi""",x', ['say "hi"', 'x']],
    ['"",""', ['', '']], ['"a\nb",c', ['a\nb', 'c']], ['"a" ,b', ['a', 'b']], ['a"b,c', ['a"b', 'c']], ['"a,b', 'open'], ['"a"b,c', 'damaged'], ['x,"', 'open'],
  ])('%j', (record, fields) => expect(fieldsOf(record, ',')).toEqual(fields))
})

describe('CSV', () => {
  test('rows come with the line on which they begin, whatever they hold', async () => {
    expect(await rowsOf('\ufeffid,words\r\n1,"two\r\nlines, one row"\r\n\r\n2,"she said ""no"""\r\n')).toEqual([[2, '1', 'two\nlines, one row'], [5, '2', 'she said "no"']])
  })

  test('one quote too many costs its own line and no other', async () => {
    const text = 'id,words\n1,good\n2,"never closed\n3,good\n4,"good too"\n5,"a"b\n6,good\n7,"open\n'
    expect(await rowsOf(text)).toEqual([[2, '1', 'good'], [3, 'quote_open'], [4, '3', 'good'], [5, '4', 'good too'], [6, 'quote_open'], [7, '6', 'good'], [8, 'quote_open']])
  })

  test('a row with too few or too many columns is named, and the next is read', async () => {
    expect(await rowsOf('id,words\n1\n2,a,b\n3,good\n')).toEqual([[2, 'columns'], [3, 'columns'], [4, '3', 'good']])
  })

  test('a row that is longer than any may be is named, and never held whole', async () => {
    expect(await rowsOf(`id,words\n1,${'x'.repeat(1_000_001)}\n2,good\n`)).toEqual([[2, 'too_long'], [3, '2', 'good']])
  })

  test('other delimiters', async () => {
    expect(await rowsOf('id;words\n1;"a;b"\n', { delimiter: ';' })).toEqual([[2, '1', 'a;b']])
  })

  test.each([
    ['id,words\n', { needs: ['id', 'time', 'place'] }, 'column_missing', { columns: 'time, place' }],
    ['id,words,id\n', {}, 'column_twice', { columns: 'id' }],
    ['', {}, 'empty', {}],
  ] as const)('a file %j is refused as a whole', async (text, layout, code, values) => {
    await expect(rowsOf(text, layout)).rejects.toMatchObject({ code, values })
  })
})

describe('JSON Lines', () => {
  const read = (text: string) => rowsOf(text, { format: 'jsonl' })
  test('each line is one object; numbers become text, what is deeper is left out', async () => {
    expect(await read('{"id":7,"words":"a\\nb","more":{"x":1},"none":null,"yes":true}\n')).toEqual([[1, '7', 'a\nb', null, null, 'true']])
  })
  test('what is no object is named, with the line', async () => {
    expect(await read('{"id":1}\n{"id":\n\n[1]\nnull\n"x"\n{"id":2}')).toEqual([[1, '1'], [2, 'not_json'], [4, 'not_json'], [5, 'not_json'], [6, 'not_json'], [7, '2']])
  })
})

describe('the encoding', () => {
  test('is found out: GB18030', async () => {
    expect(await rowsOf(chineseBytes)).toEqual([[2, '7', '路灯不亮，请修理']])
  })
  test('of a file that is gzipped is found out as well', async () => {
    expect(await rowsOf(gzipSync(chineseBytes))).toEqual([[2, '7', '路灯不亮，请修理']])
  })
  const utf8 = Buffer.from('编号,内容\n7,路灯不亮，请修理\n')
  test.each([
    ['UTF-8, unsaid', utf8, undefined, { encoding: 'utf-8' }],
    ['UTF-8, said to be GB18030', utf8, 'gb18030', { looksLike: 'utf-8' }],
    ['GB18030, said to be UTF-8', chineseBytes, 'utf-8', { looksLike: 'gb18030' }],
    ['GB18030, said so', chineseBytes, 'gb18030', { encoding: 'gb18030' }],
    ['plain ASCII, said to be GB18030', Buffer.from('id,words\n1,a\n'), 'gb18030', { encoding: 'gb18030' }],
    ['UTF-16', Buffer.from('\ufeff编号,内容\n', 'utf16le'), undefined, { looksLike: 'utf-16' }],
    ['no text at all', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 197 + 128) % 256)), undefined, { looksLike: 'unknown' }],
  ] as const)('%s', (_, bytes, stated, found) => expect(encodingOf(bytes, stated)).toEqual(found))

  test('that is wrong is named', async () => {
    await expect(rowsOf(chineseBytes, { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'wrong_encoding', values: { stated: 'utf-8', looksLike: 'gb18030' } })
  })
  test('a few broken bytes cost their row alone', async () => {
    const text = Buffer.from(`id,words\n${Array.from({ length: 30 }, (_, i) => `${i},路灯不亮\n`).join('')}`)
    text[text.indexOf('7,路') + 2] = 0xff
    const rows = await rowsOf(text)
    expect(rows.filter(([, one]) => one === 'bad_bytes')).toEqual([[9, 'bad_bytes']])
    expect(rows).toHaveLength(30)
  })
})

test('a gzipped file that breaks off is refused, not taken for whole', async () => {
  const packed = gzipSync(Buffer.from(`id,words\n${'1,words that go on\n'.repeat(5_000)}`))
  await expect(rowsOf(packed.subarray(0, packed.length - 20))).rejects.toBeInstanceOf(Unreadable)
})
