import type { CallExpression, Expression, MemberExpression, Node } from 'oxc-parser'

/** The name of a property, `a.b` or `a['b']`. */
export function propertyOf({ property, computed }: MemberExpression): string | undefined {
  if (property.type === 'Identifier' && !computed) return property.name
  return writtenText(property)
}

/** The name of a variable or of what it holds last: `db` in `db` and in `rooms.db`. */
export function lastName(node: Expression): string | undefined {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' ? propertyOf(node) : undefined
}

/** A text that is written out, without anything filled in. */
export function writtenText(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  return node.type === 'TemplateLiteral' && !node.expressions.length ? node.quasis[0]?.value.cooked ?? undefined : undefined
}

/** SQL handed over as plain text: `db.run(…)`, and `….query('…')` where a text is written. */
export function isPlainQuery({ callee, arguments: [first] }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !first) return false
  const [owner, called] = [lastName(callee.object), propertyOf(callee)]
  if (called === 'run') return owner === 'db' || owner === 'database'
  return called === 'query' && (first.type === 'TemplateLiteral' || writtenText(first) !== undefined)
}
