import type { ImportProblem, Mapping } from '#contract/imports.ts'
import type { Layout } from './record.ts'
import { isTimeFormat, isZone } from './time.ts'

/** What is wrong with a mapping beyond its shape. */
export function whyNotMapping({ zone, fields }: Mapping): ImportProblem | undefined {
  if (zone !== undefined && !isZone(zone)) return 'bad_zone'
  const formats = [fields.receivedAt.format, fields.answer?.at.format].filter((format) => format !== undefined)
  if (!formats.every(isTimeFormat)) return 'bad_format'
  const needsTable = [fields.place, fields.category].filter((field) => field?.means === 'table' || field?.means === 'mention')
  return needsTable.some((field) => Object.keys(field?.table ?? {}).length === 0) ? 'table_missing' : undefined
}

/** How a file of this mapping is laid out. */
export const layoutOf = (mapping: Mapping): Layout => ({ ...mapping, needs: columnsNamed(mapping).filter((one) => !mapping.mayLack?.includes(one)) })

function columnsNamed({ fields: { id, receivedAt, words, title, person, address, place, category, answer } }: Mapping): string[] {
  const all = [
    id, receivedAt.column, ...words, title, person, address, ...(place?.columns ?? []), ...(category?.columns ?? []),
    ...(answer?.words ?? []), answer?.at.column,
  ]
  return [...new Set(all.filter((one) => one !== undefined))]
}
