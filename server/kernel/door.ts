import type { FastifyRequest } from 'fastify'
import type { Config } from '#server/config.ts'
import type { FindActor } from './http.ts'
import type { Client, Who } from './operation.ts'
import { holdsSomewhere, type Actor } from './reach.ts'
import { Refused } from './refusal.ts'

export type App = 'resident' | 'office'

export const cookieOf = (app: App) => `gongzhi_${app}`

export interface Door {
  actor: Actor | undefined
  token: string | undefined
  /** Finds the actor again, as they are at that moment. */
  again: () => Promise<Actor | undefined>
}

/** Finds the program whose key this is, and whether it opens a door. @throws Refused client.unknown, client.other_door, client.too_many */
export type FindClient = (key: string, opens: string) => Promise<Client>

/** The program that calls, looked for once. It shows its key as a bearer, or as `api_key`, which is the way of GeoReport. */
export function clientOf(request: FastifyRequest, findClient: FindClient | undefined): (opens: string) => Promise<Client | undefined> {
  let found: Promise<Client> | undefined
  return async (opens) => {
    const key = keyOf(request)
    if (key === undefined) return undefined
    if (!findClient) throw new Refused('client.unknown')
    return await (found ??= findClient(key, opens))
  }
}

function keyOf({ headers, query, body }: FastifyRequest): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const given = bearer ?? (query as { api_key?: unknown }).api_key ?? (body as { api_key?: unknown } | undefined)?.api_key
  return typeof given === 'string' && given !== '' ? given : undefined
}

/** The door of every operation: where the call comes from, whose it is, whether they may call this at all. */
export async function doorOf(
  request: FastifyRequest, who: Who, findActor: FindActor, client: (opens: string) => Promise<Client | undefined>, config: Config,
): Promise<Door> {
  // Machines bring no cookie: what a strange page sends in somebody's name does not count here.
  if (who.door === 'client' || who.door === 'signed') {
    if (who.door === 'client' && !(await client(who.opens))) throw new Refused('client.unknown')
    return { actor: undefined, token: undefined, again: async () => undefined }
  }
  refuseStrangeOrigin(request, config)
  const app = appOf(request, who)
  const token = request.cookies[cookieOf(app)]
  const again = async () => (token ? await findActor(app, token) : undefined)
  const actor = await again()
  if (who.door === 'anyone') return { actor, token, again }
  if (!actor) throw new Refused(token ? 'session_ended' : 'sign_in_first')
  if (who.door === 'staff') {
    const { county } = request.params as { county?: number }
    if (!holdsSomewhere(actor, who.action, county)) throw new Refused('not_allowed')
  }
  return { actor, token, again }
}

function appOf(request: FastifyRequest, who: Who): App {
  if (who.door === 'resident') return 'resident'
  if (who.door === 'staff') return 'office'
  const said = request.headers['gongzhi-app'] ?? (request.query as { app?: string }).app
  if (said === 'resident' || said === 'office') return said
  return request.cookies[cookieOf('resident')] || !request.cookies[cookieOf('office')] ? 'resident' : 'office'
}

/**
 * A change must come from our own pages: same origin, or no origin at all with our own header, which a strange page
 * can't send without being asked first.
 */
function refuseStrangeOrigin(request: FastifyRequest, config: Config): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin === undefined) {
    const hasCookie = Object.keys(request.cookies).some((name) => name.startsWith('gongzhi_'))
    if (hasCookie && request.headers['gongzhi-app'] === undefined) throw new Refused('strange_origin')
    return
  }
  const isOurs = origin === new URL(config.publicUrl).origin || hostOf(origin) === request.headers.host
  if (!isOurs) throw new Refused('strange_origin')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
