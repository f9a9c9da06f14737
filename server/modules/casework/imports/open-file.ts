import { beginningOf, inflated, type Bytes } from './inflate-bytes.ts'
import { encodingOf, type Encoding } from './encoding.ts'
import { linesOf } from './split-lines.ts'
import type { FileRow, Layout } from './record.ts'
import { csvRows, jsonRows } from './read-text-rows.ts'
import { Unreadable } from './unreadable.ts'
import { xlsxRows } from './read-xlsx-rows.ts'

const sampleBytes = 4 * 1024 * 1024

/**
 * The rows of a file, read as they are asked for. Whatever the file is, no more than a part of it is held.
 * @param open gives the file's bytes from the beginning, each time
 * @throws Unreadable here, or while reading, where the file as a whole makes no sense
 */
export async function openFile(open: () => Bytes, layout: Layout): Promise<{ encoding: Encoding | null; rows: AsyncGenerator<FileRow> }> {
  if (layout.format === 'xlsx') return { encoding: null, rows: xlsxRows(inflated(open()), layout) }
  const sample = await beginningOf(inflated(open()), sampleBytes)
  if (sample.length === 0) throw new Unreadable('empty')
  const found = encodingOf(sample, layout.encoding)
  if ('looksLike' in found) throw new Unreadable('wrong_encoding', { stated: layout.encoding ?? '', looksLike: found.looksLike })
  const lines = linesOf(inflated(open()), found.encoding)
  return { encoding: found.encoding, rows: layout.format === 'csv' ? csvRows(lines, layout) : jsonRows(lines) }
}
