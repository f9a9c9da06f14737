import type { CaseFile } from '../cases/case.ts'
import { allEnded, begin, ended, moved, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { resumeClock, sumOf } from '../clocks/clock.ts'
import { isOpenRequest } from '../requests/request.ts'

/** Handled together with another: its clocks end, the master's run for both; but each petitioner has the law's time of their own. */
export function merged(on: Deciding, into: { id: string; number: string }): CaseEvent {
  // Whoever was asked back need not answer for it to go on: a pause ends here, or it would stand still for ever once it is taken apart.
  const going = { ...on, file: { ...on.file, clocks: on.file.clocks.map((clock) => resumeClock(clock, on.now, on.timing)) } }
  return moved(on, 'merge', 'case.merged', { clocks: allEnded(going, 'petition_handling'), values: { number: into.number } }, { master: into.id, paused: false })
}

/** Goes on by itself, as it was when it was merged: what ended then runs on, and what ran out meanwhile is late. @param before.because the master is over without an answer */
export function takenApart(on: Deciding, before: { state: CaseFile['state']; clocks: readonly string[]; number: string; because?: 'withdrawn' | 'declined' }): CaseEvent {
  // What had been asked for lapsed when it was merged; it is asked anew.
  const lapsed = new Set(on.file.requests.filter((one) => !isOpenRequest(one)).map((one) => one.id))
  const clocks = on.file.clocks.filter((clock) => before.clocks.includes(clock.id) && !lapsed.has(clock.request ?? '')).map((clock) => {
    const again = { ...clock, endedAt: null }
    return { ...again, ...sumOf(again, on.now, on.timing) }
  })
  return moved(on, 'takeApart', 'case.taken_apart', { clocks, values: { number: before.number, ...(before.because && { because: before.because }) } }, { state: before.state, master: null })
}

/** What the master was answered is its answer too; its resident judges by themselves. */
export function answeredAlong(on: Deciding): CaseEvent {
  const rate = begin(on, 'rate', on.file.desk, { days: on.rules.rateWithinDays })
  return moved(on, 'follow', 'case.answered', { clocks: [...ended(on, 'petition_handling'), rate] }, {})
}
