import { county } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Request } from './load.ts'
import type { SignedIn } from './people.ts'

const prefix = `/api/v1/counties/${county}`

/** A request as the apps send it, in full. */
export function textOf(app: 'resident' | 'office', who: Pick<SignedIn, 'cookie'>, line: string, body?: unknown, headers: Record<string, string> = {}): string {
  const content = body === undefined ? '' : JSON.stringify(body)
  const all: Record<string, string> = {
    host: '127.0.0.1', accept: 'application/json', 'accept-language': 'zh-CN,zh;q=0.9', 'gongzhi-app': app, cookie: who.cookie, ...headers,
    ...(content && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }),
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\r\n')
  return `${line} HTTP/1.1\r\n${head}\r\n\r\n${content}`
}

const complaints = [
  { category: 'lighting', words: '3 幢门口的路灯坏了一个多星期，晚上很黑，老人不敢出门，请尽快派人来修。' },
  { category: 'waste', words: '北门垃圾桶满了两天没有清运，天热味道很大，旁边就是幼儿园。' },
  { category: 'parking', words: '消防通道长期被私家车占用，物业劝过几次没有用，希望有人来管一管。' },
  { category: 'water', words: '五楼以上早晚高峰停水，已经持续三天，家里有小孩，生活很不方便。' },
] as const

/** An appeal from where the resident lives. Its key is new each time. */
export function appealFrom(who: SignedIn, n: number): Request {
  const { category, words } = complaints[n % complaints.length]!
  const body = { words, category, place: { village: who.village, address: `${n % 20 + 1} 幢 2 单元` }, visibility: 'private', photos: [] }
  return { text: textOf('resident', who, `POST ${prefix}/appeals`, body, { 'idempotency-key': uuidv7() }), row: '"number":"' }
}

export const acceptance = (who: SignedIn, one: { id: string; version: number }): Request => ({
  text: textOf('office', who, `POST ${prefix}/cases/${one.id}/acceptance`, {}, { 'if-match': `"${one.version}"` }),
  row: '"version":',
})

export const caseRead = (who: SignedIn, id: string): Request =>
  ({ text: textOf('office', who, `GET ${prefix}/cases/${id}`), row: `"id":"${id}"` })

export const matterRead = (who: SignedIn, id: string): Request =>
  ({ text: textOf('resident', who, `GET ${prefix}/matters/${id}`), row: `"id":"${id}"` })

export const inboxRead = (who: SignedIn, limit: number): Request =>
  ({ text: textOf('office', who, `GET ${prefix}/cases?list=intake&limit=${limit}`), row: '"number":"' })

/** The bare reader's row of the same case. */
export const bareRead = (id: string): Request =>
  ({ text: `GET /counties/${county}/cases/${id} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/json\r\n\r\n`, row: `"id":"${id}"` })

/** Asks the API once, outside any measurement. @throws Error where it refuses */
export async function ask(port: number, app: 'resident' | 'office', who: SignedIn, method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${prefix}${path}`, {
    method,
    headers: { 'gongzhi-app': app, cookie: who.cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as { id: string; version: number; tasks: { id: string }[] }
}
