import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { call, Refused, sendPhoto } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { afterTry, dueNow, entryOf, type PatrolReport, type SentReport } from './report.ts'

/** What waits on this phone, what is being sent just now, and what went through. */
export interface PatrolView {
  waiting: PatrolReport[]
  sent: SentReport[]
  sending: string | null
  /** The session is over: it goes on once somebody has signed in. */
  isSignedOut: boolean
}

const keptForMs = 24 * 3_600_000
const goneSession = ['sign_in_first', 'session_ended']

let store: UseStore | undefined
let view: PatrolView = { waiting: [], sent: [], sending: null, isSignedOut: false }
const listeners = new Set<() => void>()

export const usePatrol = () => useSyncExternalStore(subscribe, () => view)

/** Reads what waits from before. Call once the page opens. */
export async function openPatrol() {
  store ??= createStore('gongzhi-patrol', 'reports')
  const kept = await entries<string, PatrolReport | SentReport>(store).catch(() => [])
  const sent = kept.flatMap(([, one]) => ('sentAt' in one ? [one] : []))
  const old = sent.filter(({ sentAt }) => Date.now() - new Date(sentAt).getTime() > keptForMs)
  await Promise.all(old.map(({ key }) => del(key, store).catch(() => {})))
  show({
    waiting: kept.flatMap(([, one]) => ('sentAt' in one ? [] : [one])),
    sent: sent.filter((one) => !old.includes(one)).toSorted((one, other) => (one.sentAt < other.sentAt ? 1 : -1)),
  })
}

/** Keeps a report on the phone, then tries to send it. It stays until the server has said that it is there. */
export async function putIn(report: PatrolReport) {
  await keep(report)
  await sendWhatIsDue(report.person, 'time')
}

/** Tries what is due: when the page opens, when the network comes back, and from time to time. */
export async function sendWhatIsDue(person: string, because: 'time' | 'network') {
  if (because === 'network') for (const one of view.waiting) if (!one.refused) await keep({ ...one, nextAt: one.seenAt, tries: 0 })
  if (view.sending) return
  for (const one of dueNow(view.waiting, person, new Date())) if (!(await attempt(one))) return
}

/** Tries one again that was refused. */
export async function tryAgain(key: string, person: string) {
  const found = view.waiting.find((one) => one.key === key)
  if (found) await keep({ ...found, refused: null, nextAt: found.seenAt })
  await sendWhatIsDue(person, 'time')
}

/** Throws away one that can't be sent. */
export async function drop(key: string) {
  show({ waiting: view.waiting.filter((one) => one.key !== key) })
  await del(key, store).catch(() => {})
}

/** @returns whether to go on: without a network, or signed out, the others would fare alike */
async function attempt(report: PatrolReport): Promise<boolean> {
  show({ sending: report.key })
  try {
    await send(report)
    show({ isSignedOut: false })
    return true
  } catch (error) {
    const code = error instanceof Refused ? error.problem.code : null
    const now = view.waiting.find(({ key }) => key === report.key) ?? report
    // The photos were sent as somebody else, or long ago: they are still here, so they go again.
    const isPhotoGone = code === 'photo.not_yours' || code === 'photo.used'
    await keep(afterTry(isPhotoGone ? { ...now, photos: now.photos.map((photo) => ({ ...photo, id: newId(), isThere: false })) } : now, isPhotoGone && now.tries === 0 ? null : code, new Date()))
    show({ isSignedOut: code !== null && goneSession.includes(code) })
    return code !== null && !goneSession.includes(code)
  } finally {
    show({ sending: null })
  }
}

async function send(report: PatrolReport) {
  let now = report
  for (const photo of report.photos) {
    if (photo.isThere) continue
    await sendPhoto(now.county, photo.picture, photo.id)
    now = { ...now, photos: now.photos.map((one) => (one.id === photo.id ? { ...one, isThere: true } : one)) }
    await keep(now)
  }
  const { id, number, state, lead, desk, joined } = await call('enterAppeal', { params: { county: now.county }, key: now.key, body: entryOf(now) })
  const sent: SentReport = { key: now.key, id, county: now.county, person: now.person, number, words: now.words, sentAt: new Date().toISOString(), state, lead, desk, joined }
  await set(now.key, sent, store).catch(() => {})
  show({ waiting: view.waiting.filter(({ key }) => key !== now.key), sent: [sent, ...view.sent] })
}

async function keep(report: PatrolReport) {
  const others = view.waiting.filter(({ key }) => key !== report.key)
  show({ waiting: [...others, report] })
  await set(report.key, report, store).catch(() => {})
}

function show(part: Partial<PatrolView>) {
  view = { ...view, ...part }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
