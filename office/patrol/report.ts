import type { Operations } from '#contract/index.ts'
import type { InBoth, Point } from '#contract/wire.ts'

/** What a grid worker saw, kept on the phone until the server has said that it is there. */
export interface PatrolReport {
  /** The appeal's id: sent twice it is there once. */
  key: string
  county: number
  /** Only this person's session may send it. */
  person: string
  seenAt: string
  words: string
  category?: string
  /** The code of a component or event, and whether it is another trouble than the open case's. */
  code?: string
  apart?: boolean
  /** The community of the post, where the phone knows no better. */
  region?: number
  point?: Point
  address: string
  photos: PatrolPhoto[]
  tries: number
  /** Not before this, unless the network comes back. */
  nextAt: string
  /** The code with which the server said no: it is not tried again by itself. */
  refused: string | null
}

export interface PatrolPhoto {
  /** The photo's id on the server from the first try on. */
  id: string
  picture: Blob
  isThere: boolean
}

/** What went through today, and to whom it was given. */
export interface SentReport {
  key: string
  id: string
  county: number
  person: string
  number: string
  words: string
  sentAt: string
  state: Operations['enterAppeal']['reply']['state']
  lead: InBoth | null
  desk: InBoth
  /** The component has an open case, to which this was added. */
  joined?: boolean
}

const second = 1_000
const waits = [10 * second, 20 * second, 40 * second, 60 * second]

/** These pass by themselves, or once the person has signed in again; every other no needs a look. */
const passing = ['busy', 'not_ready', 'too_many_requests', 'fault', 'sign_in_first', 'session_ended']

/** The report after a try that did not go through: later by itself, or stopped where the server said no for good. */
export function afterTry(report: PatrolReport, refused: string | null, at: Date): PatrolReport {
  const wait = waits[Math.min(report.tries, waits.length - 1)]!
  return {
    ...report,
    tries: report.tries + 1,
    nextAt: new Date(at.getTime() + wait).toISOString(),
    refused: refused !== null && !passing.includes(refused) ? refused : null,
  }
}

/** What this person's session should try now, the oldest first. */
export const dueNow = (reports: readonly PatrolReport[], person: string, at: Date): PatrolReport[] =>
  reports
    .filter((one) => one.person === person && !one.refused && new Date(one.nextAt) <= at)
    .toSorted((one, other) => (one.seenAt < other.seenAt ? -1 : 1))

/** As the server takes it: received when it was seen, dispatched by the catalogue, gates holding. */
export const entryOf = ({ words, category, code, apart, region, point, address, photos, seenAt }: PatrolReport): Operations['enterAppeal']['body'] => ({
  channel: code ? 'collector' : 'grid',
  words,
  category,
  code,
  apart,
  place: { region, point, address: address.trim() || undefined },
  photos: photos.map(({ id }) => id),
  receivedAt: seenAt,
  byPolicy: category !== undefined || code !== undefined || undefined,
})
