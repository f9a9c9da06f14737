import type { SignalEvent } from './event.ts'

/** Repeats of one thing, joined. */
export interface Joined {
  firstAt: Date
  lastAt: Date
  count: number
  severity: number
}

const minuteMs = 60_000
/** A device's clock may run ahead so far; what lies beyond is of now. */
const aheadMaxMs = 5 * minuteMs

/** When an event is of. */
export const timeOfEvent = (at: Date | undefined, now: Date): Date => (at === undefined || at.getTime() > now.getTime() + aheadMaxMs ? now : at)

/** Does an event repeat a signal: the same thing within the source's window, before it or after. What comes after its case is over is new. */
export function repeats(signal: Joined & { caseIsOver: boolean }, at: Date, windowMinutes: number): boolean {
  const window = windowMinutes * minuteMs
  if (signal.caseIsOver && at >= signal.lastAt) return false
  return at.getTime() <= signal.lastAt.getTime() + window && at.getTime() >= signal.firstAt.getTime() - window
}

/** A signal with one more event, in whatever order they come. */
export function joined(signal: Joined | undefined, event: { at: Date; severity: number }): Joined {
  if (!signal) return { firstAt: event.at, lastAt: event.at, count: 1, severity: event.severity }
  return {
    firstAt: event.at < signal.firstAt ? event.at : signal.firstAt,
    lastAt: event.at > signal.lastAt ? event.at : signal.lastAt,
    count: signal.count + 1,
    severity: Math.max(signal.severity, event.severity),
  }
}

export interface Rule {
  id: string
  source: string | null
  type: string
  leastCount: number
  leastSeverity: number
  category: string
  words: string
}

/** Could a rule be about such events at all. */
export function isAbout(rule: Pick<Rule, 'source' | 'type'>, source: string, type: string): boolean {
  if (rule.source !== null && rule.source !== source) return false
  return rule.type.endsWith('*') ? type.startsWith(rule.type.slice(0, -1)) : rule.type === type
}

/** The rule by which a signal opens a case now: of several the one that says most of it, its source first, then the longest type. */
export function ruleFor(rules: readonly Rule[], source: string, type: string, signal: Pick<Joined, 'count' | 'severity'>): Rule | undefined {
  const open = rules.filter((rule) => isAbout(rule, source, type) && signal.count >= rule.leastCount && signal.severity >= rule.leastSeverity)
  return open.toSorted((a, b) => Number(b.source !== null) - Number(a.source !== null) || exactness(b.type) - exactness(a.type) || (a.id < b.id ? -1 : 1))[0]
}

const exactness = (type: string): number => (type.endsWith('*') ? type.length - 1 : 1_000 + type.length)

/** The words of a case: {{subject}}, {{type}}, {{device}} and whatever the event measured, by name. What is not there is a dash. */
export function wordsOf(template: string, { said, subject, type, origin }: Pick<SignalEvent, 'said' | 'subject' | 'type' | 'origin'>): string {
  const known: Record<string, string> = { ...said, subject, type, device: origin }
  return template.replace(/\{\{\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*\}\}/gu, (_, name: string) => (Object.hasOwn(known, name) && known[name]) || '—')
}
