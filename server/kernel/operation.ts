import type { Readable } from 'node:stream'
import type { Input, Reply } from '#contract/operation.ts'
import type { operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'
import type { Problem } from '#contract/wire.ts'
import type { Actor } from './reach.ts'
import { Refused } from './refusal.ts'
import type { Rooms } from './rooms.ts'

/**
 * Who may call an operation at all. Its reach (which rows) and its rule (may it be done now) come after the door.
 * There is no default: an operation that forgets to say who fails to compile, and the matrix test fails beside it.
 */
export type Who =
  | { door: 'anyone' }
  | { door: 'resident' }
  | { door: 'signed in' }
  | { door: 'staff'; action: string }
  | { door: 'client'; opens: string }
  | { door: 'signed' }

/** Nobody needs to be signed in. */
export const anyone: Who & { door: 'anyone' } = { door: 'anyone' }
/** A session of the resident app. */
export const resident: Who & { door: 'resident' } = { door: 'resident' }
/** A session of either app; the header `gongzhi-app` says which. */
export const signedIn: Who & { door: 'signed in' } = { door: 'signed in' }
/** A session of the office whose posts or grants hold the action, in the path's county where it names one. */
export const staff = (action: string): Who & { door: 'staff' } => ({ door: 'staff', action })

/** A program whose key opens this door. */
export const client = (opens: string): Who & { door: 'client' } => ({ door: 'client', opens })
/** Nobody signs in: the operation checks the signature of what was sent before it looks at it. */
export const signed: Who & { door: 'signed' } = { door: 'signed' }

/** A program of others that calls with a key of its own. */
export interface Client {
  id: string
  county: number
  name: string
}

type Of<Id extends OperationId> = (typeof operations)[Id]

/** One call of an operation: what was sent, who sent it, and the rooms of the house that it may use. */
export interface Call<Id extends OperationId, A extends Actor | undefined = Actor> extends Rooms {
  params: Input<Of<Id>>['params']
  query: Input<Of<Id>>['query']
  body: Input<Of<Id>>['body']
  /** Undefined only where nobody need be signed in: behind the doors `anyone`, `client` and `signed`. */
  actor: A
  now: Date
  /** A hash of the body, to tell a retried send from another one with the same key. */
  sent: Buffer
  /** The Idempotency-Key: the new row's id. @throws Refused key_missing */
  key(): string
  /** The version of If-Match. @throws Refused version_missing */
  version(): number
  /** The single file of a multipart body, in this field, whole; undefined where there is none. */
  file(field: string): Promise<{ bytes: Buffer; isCut: boolean } | undefined>
  /** The program that calls; undefined where it sent no key. @throws Refused client.unknown, client.other_door, client.too_many */
  client(opens: string): Promise<Client | undefined>
  /** The body as it came, where the contract takes bytes. */
  bytes(): Buffer
  /** The ending of the address, where the contract names some: json, xml. */
  ending: string | undefined
  /** A header of the request, by its name in small letters. */
  header(name: string): string | undefined
  /** The caller as they are now, for what lasts longer than a call; undefined once their session has ended. */
  actorNow(): Promise<Actor | undefined>
  /** The caller's network address and device, for limits and the list of sessions. */
  address: string
  device: string
  language: 'zh' | 'en'
  /** Sets or clears the session cookie of an app. */
  keepSession(app: 'resident' | 'office', token: string | undefined, until?: Date): void
  /** The session token that came with the call, for signing out. */
  token: string | undefined
}

/** A reply that is not JSON: a picture, a stream. */
export class Raw {
  readonly type: string
  readonly body: Buffer | Readable
  readonly headers: Record<string, string>
  constructor(type: string, body: Buffer | Readable, headers: Record<string, string> = {}) {
    this.type = type
    this.body = body
    this.headers = headers
  }
}

export interface Operation {
  id: OperationId
  contract: (typeof operations)[OperationId]
  who: Who
  run: (call: never) => Promise<unknown>
  sayNo?: SayNo | undefined
}

/** How a standard wants a refusal to be written, where it is not ours. */
export type SayNo = (problem: Problem, ending: string | undefined) => { status: number; type: string; body: string }

/** Joins an operation of the contract to who may call it and to what it does. */
export function operation<Id extends OperationId, W extends Who>(
  contract: Of<Id> & { id: Id },
  who: W,
  run: (call: Call<Id, W extends { door: 'anyone' | 'client' | 'signed' } ? Actor | undefined : Actor>) => Promise<Reply<Of<Id>> | Raw>,
  sayNo?: SayNo,
): Operation {
  return { id: contract.id, contract, who, run: run as (call: never) => Promise<unknown>, sayNo }
}

/** A key was used before: the same send again is answered as then, anything else is refused. */
export function refuseOtherUse(before: { sent: Uint8Array | null; person?: string | null }, call: { sent: Buffer; actor: { person: string } }): void {
  const isSame = before.sent !== null && Buffer.from(before.sent).equals(call.sent)
  if (!isSame || (before.person !== undefined && before.person !== call.actor.person)) throw new Refused('key_used_otherwise')
}
