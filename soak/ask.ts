import { setTimeout as sleep } from 'node:timers/promises'
import { county } from './people.ts'
import type { SignedIn } from '../bench/people.ts'

export interface Ask {
  app: 'resident' | 'office'
  who: SignedIn
  method: 'GET' | 'POST'
  /** Below the county. */
  path: string
  body?: unknown
  headers?: Record<string, string>
}

/** An answer, or none: the line broke, or nobody was there. */
export type Answer = { status: number; json: Record<string, unknown>; retryAfter: string | null } | undefined

const answerWithinMs = 20_000

export async function askOnce(port: number, { app, who, method, path, body, headers }: Ask): Promise<Answer> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/counties/${county}${path}`, {
      method,
      headers: { 'gongzhi-app': app, cookie: who.cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown>, retryAfter: response.headers.get('retry-after') }
  } catch {
    return undefined
  }
}

/** What came back while parts were killed, by kind: whether anything was impolite is judged at the end. */
export interface Told {
  answers: Record<string, number>
  /** Answers that nobody should get, whatever is killed. */
  strange: string[]
}

export const newTold = (): Told => ({ answers: {}, strange: [] })

/** Asks until there is an answer, as the apps do: what was lost or refused for a while is sent again, the same. */
export async function askPatiently(port: number, told: Told, ask: Ask, isOver: () => boolean): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await askOnce(port, ask)
    const kind = answer ? String(answer.status) : 'none'
    told.answers[kind] = (told.answers[kind] ?? 0) + 1
    const isPolite = answer && (answer.status === 503 || answer.status === 429) && answer.retryAfter !== null
    if (answer && !isPolite && answer.status >= 500) told.strange.push(`${ask.method} ${ask.path}: ${answer.status} ${JSON.stringify(answer.json)}`)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    if (isOver()) return undefined
    await sleep(Math.min(1_000, 50 * 2 ** tries))
  }
}
