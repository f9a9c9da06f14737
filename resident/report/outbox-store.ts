import { get, update } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { Refused } from '#screen/api.ts'
import type { Draft, Receipt } from './draft.ts'
import { forgetUploads } from './draft.ts'
import { afterTry, dueNow, putIn, wakeAll, type Tried, type Waiting } from './outbox.ts'
import { dropPictures } from './pictures.ts'
import { sendDraft } from './send-draft.ts'

/** The outbox on this phone, and what left it since the page was opened. */
export interface OutboxView {
  waiting: Waiting[]
  sending: string | null
  sent: Receipt[]
}

/** What came of sending one draft, for whoever waits for it. */
export type Outcome = { receipt: Receipt } | { refused: Refused } | { unreachable: true }

const kept = 'outbox'
let view: OutboxView = { waiting: [], sending: null, sent: [] }
const listeners = new Set<() => void>()

export const useOutbox = () => useSyncExternalStore(subscribe, () => view)

/** Reads what waits from before. Call once, when the app opens. */
export async function openOutbox() {
  const waiting = (await get<Waiting[]>(kept).catch(() => undefined)) ?? []
  const here = new Set(view.waiting.map(({ draft }) => draft.key))
  show({ waiting: [...waiting.filter(({ draft }) => !here.has(draft.key)), ...view.waiting] })
}

/** Puts a draft in and tries to send it at once. It stays in until the server has said that it is there. */
export async function sendOff(draft: Draft, person: string): Promise<Outcome> {
  await change((outbox) => putIn(outbox, draft, person, new Date()))
  return attempt(draft.key)
}

/** Tries what is due. Called when the app opens, when the network comes back and from time to time. */
export async function sendWhatIsDue(person: string, because: 'time' | 'network') {
  if (because === 'network') await change((outbox) => wakeAll(outbox, new Date()))
  if (view.sending) return
  for (const { draft } of dueNow(view.waiting, person, new Date())) await attempt(draft.key)
}

/** Takes a draft out again: to change it, or for good. */
export async function takeOut(key: string): Promise<Draft | undefined> {
  const found = view.waiting.find(({ draft }) => draft.key === key)?.draft
  await change((outbox) => outbox.filter(({ draft }) => draft.key !== key))
  return found
}

/** The person has seen that it was sent. */
export const forgetSent = (id: string) => show({ sent: view.sent.filter((receipt) => receipt.id !== id) })

async function attempt(key: string): Promise<Outcome> {
  const draft = view.waiting.find((waiting) => waiting.draft.key === key)?.draft
  if (!draft) return { unreachable: true }
  show({ sending: key })
  const outcome = await outcomeOf(draft)
  show({ sending: null })
  await change((outbox) => afterTry(outbox, key, triedBy(outcome), new Date()))
  if ('receipt' in outcome) {
    show({ sent: [...view.sent, outcome.receipt] })
    await dropPictures(draft.photos.map(({ id }) => id))
  }
  return outcome
}

async function outcomeOf(draft: Draft, isSecond = false): Promise<Outcome> {
  const keep = (now: Draft) => change((outbox) => outbox.map((one) => (one.draft.key === now.key ? { ...one, draft: now } : one)))
  try {
    return { receipt: await sendDraft(draft, keep) }
  } catch (error) {
    if (!(error instanceof Refused)) return { unreachable: true }
    // The photos were sent as somebody else, or long ago: they are still on the phone, so they go again.
    const isPhotoGone = ['photo.not_yours', 'photo.used'].includes(error.problem.code)
    return isPhotoGone && !isSecond ? outcomeOf(forgetUploads(draft), true) : { refused: error }
  }
}

const triedBy = (outcome: Outcome): Tried =>
  'receipt' in outcome ? { sent: true } : 'refused' in outcome ? { refused: outcome.refused.problem.code } : { unreachable: true }

/** Changes the outbox here and on the phone. Another tab's changes are kept, since the change is made to what lies there. */
async function change(how: (outbox: Waiting[]) => Waiting[]) {
  show({ waiting: how(view.waiting) })
  await update<Waiting[]>(kept, (before) => how(before ?? [])).catch(() => {})
}

function show(part: Partial<OutboxView>) {
  view = { ...view, ...part }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
