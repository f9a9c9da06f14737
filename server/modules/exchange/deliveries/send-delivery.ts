import type { Rooms } from '#server/kernel/rooms.ts'
import { casesShown } from '#server/modules/casework/index.ts'
import { clientById } from '../clients/client.sql.ts'
import { hookSecretField } from '../clients/create-client.ts'
import { signatureOf } from '../clients/sign-body.ts'
import { nextTry } from './delivery.ts'
import { keepOutcome, type DeliveryRow, type Outcome } from './delivery.sql.ts'
import { postSafely, type Posted } from './post-safely.ts'

/** Tells a program what happened to its case, as a signed CloudEvent, and keeps how that went. */
export async function sendDelivery(rooms: Rooms, delivery: DeliveryRow): Promise<void> {
  const outcome = await tryOnce(rooms, delivery)
  await rooms.change(delivery.county, (tx) => keepOutcome(tx, delivery, outcome, rooms.clock()))
}

async function tryOnce(rooms: Rooms, delivery: DeliveryRow): Promise<Outcome> {
  const { db, vault, config } = rooms
  const { county, id, tries } = delivery
  const program = await clientById(db, county, delivery.client)
  if (!program?.hook_url || !program.hook_secret || program.withdrawn_at !== null) return { status: null, problem: 'withdrawn', nextAt: null }
  const body = JSON.stringify(await eventOf(rooms, delivery))
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'Gongzhi',
    ...signatureOf(vault.open(hookSecretField, program.hook_secret), id, rooms.clock(), body),
  }
  const posted = await postSafely(program.hook_url, headers, body, config.hookHosts)
  if ('status' in posted && posted.status >= 200 && posted.status < 300) return { status: posted.status, problem: null, nextAt: undefined }
  return {
    status: 'status' in posted ? posted.status : null,
    problem: 'problem' in posted ? posted.problem : 'status',
    nextAt: isGone(posted) ? null : (nextTry(tries, rooms.clock()) ?? null),
  }
}

/** 410: the receiver says that nobody listens there any more; trying again would be of no use (Standard Webhooks). */
const isGone = (posted: Posted): boolean => 'status' in posted && posted.status === 410

/** Ids and states; of words only the answer, which was looked through before it went out. */
async function eventOf(rooms: Rooms, { county, id, case_id, seq, event }: DeliveryRow) {
  const [shown] = await casesShown(rooms, county, { own: [case_id], ids: [case_id], offset: 0, limit: 1 })
  const isAnswered = event.type === 'gongzhi.case.answered'
  return {
    specversion: '1.0', id, source: `${rooms.config.publicUrl}/api/v1/counties/${county}`, type: event.type, subject: case_id, time: event.at,
    // What was tried again may come after what happened later: by this it is put in order.
    sequence: String(seq).padStart(20, '0'),
    datacontenttype: 'application/json',
    data: { case: case_id, number: shown?.number ?? null, state: event.state, category: shown?.category ?? null, ...(isAnswered && { answer: shown?.answer ?? null }) },
  }
}
