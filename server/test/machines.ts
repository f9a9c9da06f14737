import { createHmac } from 'node:crypto'
import type { Operations } from '#contract/index.ts'
import { county } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Caller, Town } from './town.ts'

type NewClient = Operations['createClient']['body']

/** Lets a program of others in. @returns its key, and the secret that signs */
export async function letIn(admin: Caller, more: Partial<NewClient> = {}) {
  const body: NewClient = { name: '随手拍', opens: ['open311'], callsPerMinute: 6_000, ...more }
  const { id, key, hookSecret, ordersAddress } = await admin.ask('createClient', { params: { county }, key: uuidv7(), body })
  return { id, key: key!, hookSecret, ordersAddress }
}

/** Lets a source send signals. */
export async function addSource(admin: Caller, more: Partial<Operations['createSignalSource']['body']> = {}) {
  const { id, secret, address } = await admin.ask('createSignalSource', { params: { county }, key: uuidv7(), body: { name: '河道水位计', windowMinutes: 60, ...more } })
  return { id, secret: secret!, address }
}

/** A rule by which signals open cases: at once, unless told otherwise. */
export async function addRule(admin: Caller, more: Partial<Operations['createSignalRule']['body']> = {}) {
  const body = { type: 'cn.example.water.high', leastCount: 1, leastSeverity: 0, category: 'water', words: '{{subject}}水位 {{level}} 米，超过警戒线', ...more }
  return (await admin.ask('createSignalRule', { params: { county }, key: uuidv7(), body })).id
}

/** A request as a source sends it: signed as the Standard Webhooks specification says, by code of its own. */
export function signedBy(secret: string, body: string, at: Date, id = uuidv7()): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000)
  const code = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${code}` }
}

/** A case that a signal opened in Wutong: nobody reported it. */
export async function signalled({ app, now }: Pick<Town, 'app' | 'now'>, admin: Caller): Promise<string> {
  const source = await addSource(admin, { region: 101 })
  await addRule(admin, { source: source.id })
  const body = JSON.stringify({ specversion: '1.0', id: uuidv7(), source: '/gauges/7', type: 'cn.example.water.high', data: { level: 3.9 } })
  await app.inject({
    method: 'POST', url: new URL(source.address).pathname, headers: { 'content-type': 'application/cloudevents+json', ...signedBy(source.secret, body, now) }, payload: body,
  })
  return (await admin.ask('listSignals', { params: { county }, query: { opened: true } })).items[0]!.case!.id
}
