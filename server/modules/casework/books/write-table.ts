import { Raw } from '#server/kernel/operation.ts'

/** A table for a spreadsheet: CSV with the mark by which it knows UTF-8. @param file its name in the reader's language, without an ending */
export function tableFile(rows: readonly (readonly string[])[], { plain, file }: { plain: string; file: string }): Raw {
  const text = `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`
  return new Raw('text/csv; charset=utf-8', Buffer.from(text), {
    'content-disposition': `attachment; filename="${plain}.csv"; filename*=UTF-8''${encodeURIComponent(`${file}.csv`)}`, 'cache-control': 'no-store',
  })
}

/** A field as text: what begins like a formula gets a mark in front, or a spreadsheet would reckon it. */
function field(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
