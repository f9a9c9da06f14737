import type { CaseList, CaseLevel } from '#contract/cases.ts'
import { channels, figureKeys, type FigureKey } from '#contract/figure-keys.ts'
import type { CaseState } from '#contract/matters.ts'

/** What stands behind the question mark: plain words, so that an address can be read and written by hand. */
export type Given = Record<string, unknown>

export interface ListSearch {
  state?: CaseState
  category?: string
  track?: string
  open?: true
  level?: CaseLevel
  region?: number
  body?: string
  mine?: true
  overdue?: true
  number?: string
  /** Of a component or event: its whole code, or the key of its type. */
  code?: string
}

export interface CaseSearch {
  /** The form that is open on the right. */
  act?: string
  task?: string
  clock?: string
}

export interface DecisionSearch {
  /** What one's own bodies asked for; without it what waits for oneself. */
  side?: 'made' | 'digest' | 'reports'
}

export interface EntrySearch {
  /** The caller's number, where a telephony system opens the page. */
  phone?: string
}

export interface CallSearch {
  /** The request whose resident is being called. */
  open?: string
}

export interface PaperSearch {
  /** What is to be printed; without it the blank form. */
  sheet?: 'list'
}

export interface MembershipSearch {
  state?: string
  village?: number
}

export interface SettingsSearch {
  body?: string
  words?: string
  /** The week of a roster, by any of its days. */
  week?: string
  /** The row that is open beside the list; `new` for one to be made. */
  open?: string
  /** Of programs and signals: which of their lists. */
  of?: string
  /** Of rules and the routing catalogue: in force, draft or history; and what is asked of them. */
  view?: 'draft' | 'history'
  place?: number
  category?: string
  owner?: string
}

export interface FigureSearch {
  period?: string
  region?: number
  body?: string
  category?: string
  track?: string
  channel?: Channel
  /** Only what lies in no place below the region. */
  unplaced?: true
}

export type Channel = (typeof channels)[number]

export interface BehindSearch extends FigureSearch {
  figure?: FigureKey
  /** Of times: at least so many minutes. */
  over?: number
}

export const lists = ['work', 'intake', 'dispatch', 'cases'] as const satisfies CaseList[]
export const isList = (given: string): given is CaseList => (lists as readonly string[]).includes(given)

/** In the order in which a case goes through them. */
export const states = [
  'received',
  'asked',
  'accepted',
  'dispatched',
  'reported',
  'closed',
  'answered',
  'rated',
  'declined',
  'withdrawn',
  'merged',
] as const satisfies CaseState[]
export const levels = ['self', 'coordinated', 'joint'] as const satisfies CaseLevel[]

/** Keeps what is known and drops the rest, so that an old or broken address still opens. */
export const readListSearch = (given: Given): ListSearch => ({
  state: states.find((state) => state === given.state),
  category: text(given.category, 40),
  track: text(given.track, 40),
  open: yes(given.open),
  level: levels.find((level) => level === given.level),
  region: whole(given.region),
  body: text(given.body, 36),
  mine: yes(given.mine),
  overdue: yes(given.overdue),
  number: text(given.number, 20),
  code: text(given.code, 60),
})

export const readCaseSearch = (given: Given): CaseSearch => ({
  act: text(given.act, 30),
  task: text(given.task, 36),
  clock: text(given.clock, 36),
})

export const readDecisionSearch = (given: Given): DecisionSearch => ({ side: given.side === 'made' || given.side === 'digest' || given.side === 'reports' ? given.side : undefined })

export const readEntrySearch = (given: Given): EntrySearch => ({ phone: text(given.phone, 30) })

export const readCallSearch = (given: Given): CallSearch => ({ open: text(given.open, 36) })

export const readPaperSearch = (given: Given): PaperSearch => ({ sheet: given.sheet === 'list' ? 'list' : undefined })

export const readMembershipSearch = (given: Given): MembershipSearch => ({
  state: text(given.state, 20),
  village: whole(given.village),
})

export const readSettingsSearch = (given: Given): SettingsSearch => ({
  body: text(given.body, 36),
  words: text(given.words, 40),
  week: text(given.week, 10),
  open: text(given.open, 60),
  of: text(given.of, 20),
  view: given.view === 'draft' || given.view === 'history' ? given.view : undefined,
  place: whole(given.place),
  category: text(given.category, 40),
  owner: text(given.owner, 40),
})

export const readFigureSearch = (given: Given): FigureSearch => ({
  period: text(given.period, 22),
  region: whole(given.region),
  body: text(given.body, 36),
  category: text(given.category, 40),
  track: text(given.track, 40),
  channel: channels.find((channel) => channel === given.channel),
  unplaced: yes(given.unplaced),
})

export const readBehindSearch = (given: Given): BehindSearch => ({
  ...readFigureSearch(given),
  figure: figureKeys.find((key) => key === given.figure),
  over: whole(given.over),
})

/** Only addresses of the office itself are gone back to after signing in. */
export const readSignInSearch = (given: Given): { back?: string } => {
  const back = text(given.back, 500)
  return { back: back?.startsWith('/') && !back.startsWith('//') ? back : undefined }
}

export const readQuery = (query: string): Given => Object.fromEntries(new URLSearchParams(query))

export function writeQuery(search: Given): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined) query.set(name, String(value))
  const written = query.toString()
  return written && `?${written}`
}

const text = (given: unknown, lengthMax: number) =>
  typeof given === 'string' && given.trim() && given.length <= lengthMax ? given : undefined
const yes = (given: unknown) => (given === true || given === 'true' ? true : undefined)
const whole = (given: unknown) => {
  const number = typeof given === 'number' ? given : Number(text(given, 12))
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
