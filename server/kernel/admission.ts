import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Logger } from 'pino'
import { apiBase } from '#contract/operation.ts'
import type { Config } from '#server/config.ts'
import type { Operation } from './operation.ts'
import { languageOf, problemOf } from './problem.ts'
import { Refused } from './refusal.ts'

/** Below which every operation of our own has its path. */
export const prefix = apiBase

/**
 * How many requests a process works on at once: more would only wait for the database, each longer than the one before,
 * until nobody is served in time. What comes beyond that is asked to come again in a few seconds, before anything is
 * done for it, so that saying so costs next to nothing.
 */
export interface Admission {
  /** @returns how to leave again @throws Refused busy, with the seconds to wait */
  enter(operation: Operation['id']): () => void
  /** The same refusal for an address at the front door, where it is known already that there will be one. */
  refusalAt(method: string | undefined, url: string | undefined): Refused | undefined
}

/** For each connection of the database's, so many may be at work: some reckon, while some write their reply. */
const perConnection = 12
const embeddedMax = 64
const comeAgainSeconds = { from: 2, to: 6 }
const tellEveryMs = 1_000

/** Whether the product is well must be told when it is not. */
const alwaysAdmitted: readonly Operation['id'][] = ['readHealth', 'readReadiness']
/** These read their long body while they work, as slowly as a phone sends it: they may not keep the others out. */
const slowlySent: readonly Operation['id'][] = ['uploadPhoto', 'sendImportPart']
const atFrontDoor = (method: string | undefined, url: string) =>
  url.startsWith(`${prefix}/`) && !url.startsWith(`${prefix}/health`) && !(method !== 'GET' && /\/(photos|parts)\b/.test(url))

export const admittedMax = ({ databaseUrl, databaseConnectionsMax }: Config): number =>
  databaseUrl === undefined ? embeddedMax : databaseConnectionsMax * perConnection

export function admissionOf(max: number, log: Logger): Admission {
  const atWork = { quick: 0, slow: 0 }
  let refused = 0
  const laneOf = (operation: Operation['id']) => (slowlySent.includes(operation) ? 'slow' : 'quick')
  const tell = () => {
    log.warn({ refused }, 'more requests than can be served were asked to come again')
    refused = 0
  }
  const refusal = () => {
    if (refused++ === 0) setTimeout(tell, tellEveryMs).unref()
    const { from, to } = comeAgainSeconds
    // Not all at the same moment, or the same crowd comes again.
    return new Refused('busy', { retryAfterSeconds: from + Math.floor(Math.random() * (to - from + 1)) })
  }
  return {
    enter(operation) {
      const lane = laneOf(operation)
      if (!alwaysAdmitted.includes(operation) && atWork[lane] >= max) throw refusal()
      let isInside = true
      atWork[lane] += 1
      return () => {
        if (isInside) atWork[lane] -= 1
        isInside = false
      }
    },
    refusalAt: (method, url) => (atWork.quick >= max && atFrontDoor(method, url ?? '') ? refusal() : undefined),
  }
}

const keepLineMs = 72_000

/**
 * The server with its front door: while it is full, whoever comes is answered there, before anything is looked up, read
 * or made for them. A storm of such answers costs a tenth of what serving would.
 */
export function serverWithFrontDoor(admission: Admission, serve: RequestListener): Server {
  const server = createServer((request, response) => {
    const no = admission.refusalAt(request.method, request.url)
    if (!no) return serve(request, response)
    const problem = problemOf(no, languageOf(request.headers['accept-language']), randomUUID())
    const bytes = Buffer.from(JSON.stringify(problem))
    response.writeHead(problem.status, {
      'content-type': 'application/problem+json; charset=utf-8', 'content-length': bytes.length, 'cache-control': 'no-store',
      'retry-after': String(problem.retryAfterSeconds), 'x-content-type-options': 'nosniff',
    }).end(bytes)
  })
  server.keepAliveTimeout = keepLineMs
  server.requestTimeout = 0 // a picture takes as long as a bad network takes
  return server
}
