import { uuidv7 } from '#server/kernel/id.ts'

interface Schema {
  type?: string
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  minLength?: number
  minItems?: number
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
}

/** Words that fit the patterns of the contract. A new pattern needs a line here. */
const fitting: readonly string[] = ['试', '13700009999', '123456', 'someone.new', 'nosuchcode12', '2026', '#1a2b3c']
const formats: Record<string, () => string> = { uuid: uuidv7, 'date-time': () => '2026-11-20T02:00:00.000Z', date: () => '2026-11-20' }

/**
 * The least that a schema takes: only what is required, ids that belong to nothing.
 * @throws where it does not know what would fit
 */
export function sampleOf(given: object): unknown {
  const schema = given as Schema
  if (schema.const !== undefined) return schema.const
  if (schema.type === undefined && !schema.enum) return {} // whatever is sent
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties![name]!)]))
  }
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items!))
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  if (schema.type === 'string') return textFor(schema)
  throw new Error(`no sample fits ${JSON.stringify(given)}`)
}

function textFor({ format, pattern, minLength = 0 }: Schema): string {
  if (format) return formats[format]!()
  const found = fitting.map((word) => word.padEnd(minLength, '0')).find((word) => !pattern || new RegExp(pattern, 'u').test(word))
  if (found === undefined) throw new Error(`no sample fits the pattern ${pattern}`)
  return found
}
