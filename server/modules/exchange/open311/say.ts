import type { Problem } from '#contract/wire.ts'
import { xmlOf, type Node } from './xml.ts'

/** The form of a reply, by the ending of its address; JSON where there is none. */
export const isXml = (ending: string | undefined): boolean => ending === 'xml'

export const xmlType = 'text/xml; charset=utf-8'

/** GeoReport knows few codes: no key or a wrong one is 403, whatever was wrong with what was sent is 400. */
const codes: Readonly<Record<number, number>> = { 401: 403, 422: 400 }

/** A refusal as GeoReport writes it: a code and a description that says where it is wrong. */
export function errorsOf(problem: Problem, ending: string | undefined): { status: number; type: string; body: string } {
  const status = codes[problem.status] ?? problem.status
  const where = (problem.fields ?? []).map(({ path, message }) => `${path.replace(/^\//, '')} (${message})`).join(', ')
  const error = { code: status, description: where ? `${problem.title} ${where}` : problem.title }
  if (isXml(ending)) return { status, type: xmlType, body: xmlOf('errors', { error: [error] }) }
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify([error]) }
}

/** A list as XML: a root, and one element for each. */
export const listXml = (root: string, each: string, items: readonly Node[]): string => xmlOf(root, { [each]: items })
