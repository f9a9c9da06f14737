import type { FastifyInstance } from 'fastify'
import type { Operation } from '#server/kernel/operation.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { mapping } from './import-file.ts'
import type { Sent } from './reaches.ts'
import { sampleOf } from './sample-of.ts'
import type { Caller } from './town.ts'

const turnedAway = ['sign_in_first', 'session_ended', 'not_allowed', 'client.unknown', 'signature.wrong']
/** A stream never ends by itself: whoever still waits then was let in. */
const patienceMs = { live: 300, other: 20_000 }

/** What an operation wants beyond what the form can say. */
const beside: Record<string, object> = { createPost: { role: 'grid_worker' }, giveGrant: { post: uuidv7() }, createImport: { mapping }, changeOfficeHours: { week: null }, changeBodyHours: { week: null } }

type Answered = Awaited<ReturnType<FastifyInstance['inject']>>

/** Calls an operation with the least that it takes and what is sent besides; undefined where the answer goes on and on. */
export async function send(
  app: FastifyInstance, { contract }: Operation, caller: Caller, kind: 'resident' | 'office', sent: Sent,
): Promise<Answered | undefined> {
  const params: Record<string, unknown> = { ...(sampleOf(contract.params) as object), ...sent.params }
  const path = contract.path.replace(/:([a-z]+)/gi, (_, name: string) => String(params[name]))
  const given = Object.entries({ ...(sampleOf(contract.query) as object), ...sent.query })
  const takesBody = !['GET', 'DELETE'].includes(contract.method) && contract.id !== 'uploadPhoto'
  const answered = await app.inject({
    method: contract.method,
    url: `${contract.base}${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`,
    headers: { 'gongzhi-app': kind, cookie: caller.cookie, 'idempotency-key': uuidv7(), 'if-match': '"1"' },
    ...(takesBody && { payload: { ...(sampleOf(contract.body) as object), ...beside[contract.id], ...sent.body } }),
    signal: AbortSignal.timeout(contract.id === 'live' ? patienceMs.live : patienceMs.other),
  }).catch((error: Error) => {
    if (contract.id === 'live' && (error.name === 'AbortError' || error.name === 'TimeoutError')) return undefined
    throw error
  })
  // What the form refuses was refused before the door: the sample does not fit, and the walk would see nothing.
  if (answered && codeOf(answered) === 'bad_input') throw new Error(`${contract.id}: the sample does not fit: ${answered.body}`)
  return answered
}

export const codeOf = (answered: Answered): string | undefined =>
  String(answered.headers['content-type']).includes('problem') ? answered.json<{ code: string }>().code : codeOfGeoReport(answered)

/** Open311 says in its own way that a key is missing. */
const codeOfGeoReport = ({ statusCode, headers }: Answered): string | undefined =>
  (statusCode === 403 && String(headers['content-type']).startsWith('application/json') ? 'client.unknown' : undefined)

export const isTurnedAway = (answered: Answered | undefined): boolean => answered !== undefined && turnedAway.includes(codeOf(answered) ?? '')

/** Calls an operation on rows that are not there. @returns was the caller let in at the door */
export async function knock(app: FastifyInstance, operation: Operation, caller: Caller, kind: 'resident' | 'office', county: number): Promise<boolean> {
  return !isTurnedAway(await send(app, operation, caller, kind, { params: { county } }))
}
