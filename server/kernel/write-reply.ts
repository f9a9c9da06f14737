import type { TSchema } from 'typebox'

/** Words of JSON Schema that shape a value in ways this writer does not follow: passed over in silence they would leave things out. */
const notFollowed = ['allOf', 'oneOf', 'not', 'if', '$ref', 'prefixItems', 'dependentSchemas', 'unevaluatedProperties']

type Schema = Record<string, unknown> & {
  type?: string
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  const?: string
}

type Copy = (value: never) => unknown

/**
 * The writer of a reply: JSON of what its schema declares, and of nothing else. It copies what is declared into objects of
 * one shape and leaves the writing to V8, which takes half as long as writing field by field.
 * @throws Error on a word of JSON Schema that it does not follow
 */
export function replyWriterOf(schema: TSchema): (value: unknown) => string {
  const copy = copyOf(schema as Schema, 'reply')
  return copy ? (value) => JSON.stringify(copy(value as never)) : JSON.stringify
}

/** Copies what is declared. Undefined where there is nothing to leave out: then the value itself may be written. */
function copyOf(schema: Schema, at: string): Copy | undefined {
  const strange = notFollowed.find((word) => word in schema)
  if (strange) throw new Error(`${at}: a reply can't be said with "${strange}"`)
  if (schema.anyOf) return copyByKind(schema.anyOf, at)
  if (schema.properties) return copyFields(schema.properties, at)
  if (schema.items) return copyEach(copyOf(schema.items, `${at}[]`))
  const [values] = Object.values(schema.patternProperties ?? {})
  return values && copyTable(copyOf(values, `${at}{}`))
}

/** A function of its own per object, which names each field: whatever it makes is of one shape, and fast to write. */
function copyFields(properties: Record<string, Schema>, at: string): Copy {
  const names = Object.keys(properties)
  const copies = names.map((name) => copyOf(properties[name]!, `${at}.${name}`))
  const fields = names.map((name, i) => `${JSON.stringify(name)}: ${copies[i] ? `copies[${i}](it[${JSON.stringify(name)}])` : `it[${JSON.stringify(name)}]`}`)
  // Made of the contract's own names, at the start; nothing that anybody sends comes near it.
  return new Function('copies', `return (it) => it == null ? it : ({ ${fields.join(', ')} })`)(copies) as Copy // oxlint-disable-line no-new-func
}

/** Of several shapes each says which it is by a `kind` of its own. */
function copyByKind(shapes: Schema[], at: string): Copy {
  const copies = new Map(shapes.map((shape) => [shape.properties?.['kind']?.const, copyOf(shape, at)]))
  if (copies.has(undefined) || copies.size < shapes.length) throw new Error(`${at}: each alternative needs a kind of its own`)
  return (value: { kind: string }) => copies.get(value.kind)?.(value as never)
}

function copyEach(copy: Copy | undefined): Copy | undefined {
  return copy && ((list: never[] | null | undefined) => list?.map(copy) ?? list) as Copy
}

function copyTable(copy: Copy | undefined): Copy | undefined {
  return copy && ((table: Record<string, never> | null | undefined) => table && Object.fromEntries(Object.entries(table).map(([key, value]) => [key, copy(value)]))) as Copy
}
