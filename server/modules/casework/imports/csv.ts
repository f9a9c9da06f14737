/**
 * Fields of one CSV record (RFC 4180: a quote inside quotes is doubled). A library reads whole files and gives up, or swallows
 * what follows, at the first quote too many; an import names that line and goes on.
 * @returns 'open' where a quote is open at the end, so the record goes on in the next line or is damaged; 'damaged' where
 *   something stands between a closing quote and the delimiter
 */
export function fieldsOf(record: string, delimiter: string): string[] | 'open' | 'damaged' {
  const fields: string[] = []
  let at = 0
  for (;;) {
    const field = record[at] === '"' ? quotedAt(record, at, delimiter) : plainAt(record, at, delimiter)
    if (typeof field === 'string') return field
    fields.push(field.text)
    if (field.end >= record.length) return fields
    at = field.end + 1
  }
}

function plainAt(record: string, at: number, delimiter: string) {
  const next = record.indexOf(delimiter, at)
  const end = next === -1 ? record.length : next
  return { text: record.slice(at, end), end }
}

function quotedAt(record: string, at: number, delimiter: string) {
  let text = ''
  let from = at + 1
  for (;;) {
    const quote = record.indexOf('"', from)
    if (quote === -1) return 'open'
    text += record.slice(from, quote)
    from = quote + 2
    if (record[quote + 1] === '"') {
      text += '"'
      continue
    }
    const rest = plainAt(record, quote + 1, delimiter)
    return rest.text.trim() === '' ? { text, end: rest.end } : 'damaged'
  }
}
