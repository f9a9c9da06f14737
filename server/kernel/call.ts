import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf, type App, type Door } from './door.ts'
import type { Call, Client } from './operation.ts'
import { languageOf } from './problem.ts'
import { Refused } from './refusal.ts'
import type { Rooms } from './rooms.ts'
import { digestOf } from './vault.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Makes an operation's call out of the request. @param client the program that calls, as the house finds it */
export function callOf(rooms: Rooms, request: FastifyRequest, reply: FastifyReply, door: Door, client: (opens: string) => Promise<Client | undefined>): Call<never> {
  const { headers } = request
  return {
    ...rooms,
    params: request.params,
    query: request.query,
    body: request.body ?? {},
    actor: door.actor,
    token: door.token,
    actorNow: door.again,
    now: rooms.clock(),
    address: request.ip,
    device: (headers['user-agent'] ?? '').slice(0, 200),
    language: languageOf(headers['accept-language']),
    get sent() {
      return digestOf(JSON.stringify(request.body ?? {}))
    },
    key() {
      const key = headers['idempotency-key']
      if (typeof key !== 'string' || !uuid.test(key)) throw new Refused('key_missing')
      return key.toLowerCase()
    },
    version() {
      const version = Number(headers['if-match']?.replace(/^(W\/)?"?(\d+)"?$/, '$2'))
      if (!Number.isInteger(version) || version < 1) throw new Refused('version_missing')
      return version
    },
    client,
    bytes: () => request.body as Buffer,
    ending: endingOf(request),
    header(name: string) {
      const value = headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    file: (field: string) => fileOf(request, field),
    keepSession(app: App, token: string | undefined, until?: Date) {
      const isSecure = rooms.config.publicUrl.startsWith('https:')
      const options = { path: '/api/v1', httpOnly: true, sameSite: 'lax', secure: isSecure } as const
      if (token === undefined) reply.clearCookie(cookieOf(app), options)
      else reply.setCookie(cookieOf(app), token, { ...options, expires: until })
    },
  } as unknown as Call<never>
}

export const endingOf = (request: FastifyRequest): string | undefined => (request.routeOptions.config as { ending?: string }).ending

/** Reads the one file of the body. One that is too long is cut; a body that is no form, or broke off, is refused. */
async function fileOf(request: FastifyRequest, field: string): Promise<{ bytes: Buffer; isCut: boolean } | undefined> {
  if (!request.isMultipart()) throw new Refused('wrong_media_type')
  try {
    const part = await request.file()
    if (part?.fieldname !== field) return undefined
    const bytes = await part.toBuffer()
    return { bytes, isCut: part.file.truncated } // toBuffer tells of the cut only where more came after it
  } catch (error) {
    const { code, statusCode } = error as { code?: string; statusCode?: number }
    if (code === 'FST_REQ_FILE_TOO_LARGE') return { bytes: Buffer.alloc(0), isCut: true }
    throw statusCode === undefined ? new Refused('bad_input') : error
  }
}
