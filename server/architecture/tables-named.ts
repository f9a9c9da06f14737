import { Visitor, type Expression, type Node, type TemplateLiteral } from 'oxc-parser'
import { namesInSql, type Named } from './names-in-sql.ts'
import { plainName } from './read-migrations.ts'
import type { Source } from './read-tree.ts'
import { isPlainQuery, writtenText } from './syntax.ts'

/** What a file's SQL names. `name` is undefined where SQL is put together at run time and can't be judged. */
export interface NamedHere extends Omit<Named, 'name'> {
  name: string | undefined
}

/** Tables and functions named in the sql`…` templates of a file, in raw('…') and in SQL that is written as plain text. */
export function tablesNamed(source: Source): NamedHere[] {
  const found: NamedHere[] = []
  const tags = new Set(['sql'])
  new Visitor({
    ImportDeclaration: ({ source: from, specifiers }) => {
      const own = specifiers.find((one) => one.type === 'ImportDefaultSpecifier')
      if (own && from.value === 'sql-template-tag') tags.add(own.local.name)
    },
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (tag.type === 'Identifier' && tags.has(tag.name)) found.push(...inTemplate(source, quasi))
    },
    CallExpression: (call) => {
      const argument = isPlainQuery(call) ? call.arguments[0] : rawArgument(call)
      if (argument) found.push(...inText(argument))
    },
  }).visit(source.program)
  return found
}

/** Plain text: written out it is read, and a text of one word may be a table's name. Filled in, it can't be judged. */
function inText(argument: Node): NamedHere[] {
  const text = writtenText(argument)
  const here = { as: 'read' as const, offset: argument.start }
  if (text === undefined) return [{ ...here, name: undefined, ofQuery: false }]
  if (/^\s*[\w."]+\s*$/.test(text)) return [{ ...here, name: plainName(text.trim()), ofQuery: true }]
  return moved(namesInSql(text), argument.start + 1)
}

/** The template with `?` for what is filled in, and the text itself for raw('…'); offsets kept. */
function inTemplate(source: Source, quasi: TemplateLiteral): NamedHere[] {
  const start = quasi.start + 1
  let text = source.text.slice(start, quasi.end - 1)
  for (const expression of quasi.expressions) {
    // Widen to the `${` and `}` around the expression; comments may stand between them.
    const from = text.lastIndexOf('${', expression.start - start)
    const to = text.indexOf('}', expression.end - start) + 1
    const raw = rawArgument(expression)
    const filled = raw && writtenText(raw) || '?'
    text = text.slice(0, from) + filled.padEnd(to - from) + text.slice(to)
  }
  return moved(namesInSql(text), start)
}

/** What is given to raw(…), which puts text into SQL as it is. */
function rawArgument(node: Expression): Node | undefined {
  const isRaw = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'raw'
  return isRaw ? node.arguments[0] : undefined
}

function moved(named: Named[], by: number): Named[] {
  return named.map((one) => ({ ...one, name: plainName(one.name), offset: one.offset + by }))
}
