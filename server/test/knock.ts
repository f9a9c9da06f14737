import type { FastifyInstance } from 'fastify'
import type { Operation } from '#server/kernel/operation.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { sampleOf } from './sample-of.ts'
import type { Caller } from './town.ts'

const turnedAway = ['sign_in_first', 'session_ended', 'not_allowed']
const patienceMs = 1_000

/** Calls an operation with the least that it takes, on rows that are not there. @returns was the caller let in at the door */
export async function knock(app: FastifyInstance, { contract }: Operation, caller: Caller, kind: 'resident' | 'office', county: number): Promise<boolean> {
  const params: Record<string, unknown> = { ...(sampleOf(contract.params) as object), county }
  const path = contract.path.replace(/:([a-z]+)/gi, (_, name: string) => String(params[name]))
  const query = new URLSearchParams(Object.entries(sampleOf(contract.query) as object).map(([name, value]) => [name, String(value)]))
  const takesBody = !['GET', 'DELETE'].includes(contract.method) && contract.id !== 'uploadPhoto'
  const answered = await app.inject({
    method: contract.method,
    url: `/api/v1${path}?${query}`,
    headers: { 'gongzhi-app': kind, cookie: caller.cookie, 'idempotency-key': uuidv7(), 'if-match': '"1"' },
    ...(takesBody && { payload: sampleOf(contract.body) as object }),
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: Error) => {
    if (error.name === 'AbortError' || error.name === 'TimeoutError') return undefined // a stream that goes on: let in
    throw error
  })
  if (!answered) return true
  const { code } = answered.headers['content-type']?.includes('problem') ? answered.json() : { code: undefined }
  // What the input's form refuses was refused before the door: the sample does not fit, and the walk would see nothing.
  if (code === 'bad_input' && answered.json().fields) throw new Error(`${contract.id}: the sample does not fit: ${answered.body}`)
  return !turnedAway.includes(code)
}
