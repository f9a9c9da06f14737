/** A table or function that a piece of SQL names. */
export interface Named {
  /** In small letters, without quotes, with its schema if one is written. */
  name: string
  as: 'read' | 'written' | 'called'
  /** True where the same text gives this name to a query of its own: `with open as (…)`. */
  ofQuery: boolean
  offset: number
}

/**
 * Tables and functions named in SQL: what follows from, join, into, update, using, truncate and copy, what a comma adds to
 * it, what stands first in a fragment that goes on with a join, and every name before a bracket. `?` stands for what is filled in. No parser of SQL: it knows the statements that the
 * house writes (select, insert, update, delete, merge, with).
 */
export function namesInSql(sql: string): Named[] {
  const clean = withoutTexts(sql)
  const tokens = [...clean.matchAll(tokenPattern)].map(tokenOf)
  const ownNames = commonTableNames(clean)
  const found: Named[] = []
  if (beginsWithTable(tokens)) found.push({ name: tokens[0]!.text, as: 'read', ofQuery: false, offset: tokens[0]!.offset })
  // One entry for each open bracket: what stands before it, and what the clause being read does with tables.
  const open: { before: string, as: Use }[] = [{ before: '', as: undefined }]
  for (const [i, token] of tokens.entries()) {
    const inside = open.at(-1)!
    const before = tokens[i - 1]?.text ?? ''
    if (token.text === '(') open.push({ before, as: undefined })
    else if (token.text === ')' && open.length > 1) open.pop()
    else if (isName(token) && tokens[i + 1]?.text === '(' && before !== 'into') {
      found.push({ name: token.text, as: 'called', ofQuery: false, offset: token.offset })
    }
    if (endsClause.has(token.text)) inside.as = undefined
    const opened = opensTables(token.text, before, inside.before)
    if (opened) inside.as = opened
    const as = opened ?? (token.text === ',' ? inside.as : undefined)
    const table = as && tableAfter(tokens, i)
    if (table) found.push({ name: table.text, as, ofQuery: ownNames.has(table.text), offset: table.offset })
  }
  return found
}

/** Blanks comments, texts and function bodies, keeping every offset. */
export function withoutTexts(sql: string): string {
  const texts = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$[A-Za-z_]*\$)[\s\S]*?\1/g
  return sql.replace(texts, (text) => text.replace(/[^\n]/g, ' '))
}

interface Token {
  text: string
  offset: number
}

function tokenOf({ 0: text, index }: RegExpExecArray): Token {
  return { text: text.replaceAll('"', '').toLowerCase(), offset: index }
}

type Use = 'read' | 'written' | undefined

const part = '(?:"[^"]+"|[\\p{L}_][\\p{L}\\p{N}_$]*)'
const tokenPattern = new RegExp(`${part}(?:\\.(?:${part}|\\*))*|\\S`, 'gu')

/** After these words a comma separates something else than tables. */
const endsClause = new Set([
  'select', 'set', 'values', 'where', 'group', 'order', 'having', 'limit', 'offset', 'fetch', 'union', 'except', 'intersect',
  'returning', 'window', 'for', 'when', ';',
])
const otherKeywords = new Set([
  'on', 'left', 'right', 'inner', 'outer', 'full', 'cross', 'natural', 'join', 'from', 'into', 'update', 'delete', 'insert',
  'merge', 'using', 'then', 'do', 'default', 'with', 'as', 'and', 'or', 'not', 'in', 'null', 'only', 'lateral', 'table',
  'rows', 'stdin', 'end',
])

function isName(token: Token): boolean {
  return /^[\p{L}_]/u.test(token.text) && !endsClause.has(token.text) && !otherKeywords.has(token.text)
}

/** `from` also stands in extract(… from …) and `is distinct from`; `update` in `for update` and `do update`. */
function opensTables(word: string, before: string, bracket: string): Use {
  if (word === 'from') {
    if (before === 'distinct' || ['extract', 'substring', 'trim', 'overlay', 'position'].includes(bracket)) return undefined
    return before === 'delete' ? 'written' : 'read'
  }
  if (word === 'join' || word === 'using') return 'read'
  if (word === 'into' || word === 'truncate' || word === 'copy') return 'written'
  return word === 'update' && !['for', 'key', 'do', 'on'].includes(before) ? 'written' : undefined
}

/** The table named after a word or a comma; none where a bracket or a function follows. */
function tableAfter(tokens: Token[], opener: number): Token | undefined {
  let at = opener + 1
  while (['only', 'lateral', 'table'].includes(tokens[at]?.text ?? '')) at++
  const [table, next] = [tokens[at], tokens[at + 1]]
  // A name before a bracket is a function, except in `insert into t (…)`.
  const isFunction = next?.text === '(' && !['into', 'copy'].includes(tokens[opener]!.text)
  return table && isName(table) && !isFunction ? table : undefined
}

/** A fragment that will stand after a from elsewhere: `cases c join tasks t …`, `cases c where …`. */
function beginsWithTable([table, ...rest]: Token[]): boolean {
  const after = rest.map(({ text }) => text).filter((text) => text !== 'as').slice(0, 2)
  const joins = (word = '') => ['join', 'left', 'right', 'inner', 'full', 'cross', 'natural'].includes(word)
  if (!table || !isName(table)) return false
  return joins(after[0]) || /^\w/.test(after[0] ?? '') && (joins(after[1]) || after[1] === 'where')
}

/** Names of `with name as (…)`. */
function commonTableNames(clean: string): Set<string> {
  const pattern = /(?:\bwith|\brecursive|,)\s+"?(\w+)"?\s*(?:\([^)]*\)\s*)?as\s+(?:(?:not\s+)?materialized\s+)?\(/gi
  return new Set([...clean.matchAll(pattern)].map((match) => match[1]!.toLowerCase()))
}
