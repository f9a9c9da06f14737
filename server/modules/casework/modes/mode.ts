import type { CaseLevel } from '#contract/casework.ts'

/** How several bodies go about one matter (ZHZX-11). */
export const modes = ['line', 'group', 'central', 'separate'] as const
export type Mode = (typeof modes)[number]

/** How matters of one category went in one jurisdiction. Each case counts once, by its first closing. */
export interface Handled {
  cases: number
  /** Worked by two bodies or more. */
  several: number
  /** In which some body gave its task back. */
  returned: number
  reopened: number
  /** By the level of the desk that closed them. */
  self: number
  coordinated: number
  joint: number
  /** Villages in which they lay, of so many. */
  places: number
  placesAll: number
}

export type ReasonCode = 'alike' | 'unlike' | 'disputed' | 'stable' | 'moving' | 'level' | 'reopened'

/** One reason with its numbers: so many of so many. */
export interface Reason {
  code: ReasonCode
  count: number
  of: number
}

export interface Advice {
  mode: Mode
  level: CaseLevel
  reasons: Reason[]
}

/** With fewer closed cases nothing is advised. */
export const casesMin = 5
/** From this share on matters are worked by several, or it is unclear whose they are: they are unlike. */
const unlikeFrom = 0.3
const disputedFrom = 0.25
/** From this share of the villages on they turn up now here, now there: they move. */
const movingFrom = 0.5
/** From this share on the level that closed them was too low. */
const reopenedFrom = 0.25

/**
 * Alike and stable: one line of command. Unlike but stable: a task group. Alike but moving: information held centrally, handled
 * where it turns up. Unlike and moving: each body by itself (ZHZX-11). Undefined: there is too little to go by.
 */
export function advise(handled: Handled): Advice | undefined {
  const { cases, several, returned, places, placesAll } = handled
  if (cases < casesMin) return undefined
  const isShared = several / cases >= unlikeFrom
  const isDisputed = returned / cases >= disputedFrom
  // One village alone can't say that anything moves.
  const isMoving = placesAll > 1 && places / placesAll >= movingFrom
  const [mode] = ([['line', false, false], ['group', true, false], ['central', false, true], ['separate', true, true]] as const)
    .find(([, unlike, moving]) => unlike === (isShared || isDisputed) && moving === isMoving)!
  const { level, why } = levelFor(handled)
  return {
    mode,
    level,
    reasons: [
      isShared ? { code: 'unlike', count: several, of: cases } : { code: 'alike', count: cases - several, of: cases },
      ...(isDisputed ? [{ code: 'disputed', count: returned, of: cases } as const] : []),
      { code: isMoving ? 'moving' : 'stable', count: places, of: placesAll },
      ...why,
    ],
  }
}

const levels = ['self', 'coordinated', 'joint'] as const

/** The level that closed most of them, the lower of two; one up where too many came back. */
function levelFor(handled: Handled): { level: CaseLevel; why: Reason[] } {
  const { cases, reopened } = handled
  const usual = levels.reduce((best, one) => (handled[one] > handled[best] ? one : best))
  const why: Reason[] = [{ code: 'level', count: handled[usual], of: cases }]
  if (reopened / cases < reopenedFrom || usual === 'joint') return { level: usual, why }
  return { level: levels[levels.indexOf(usual) + 1]!, why: [...why, { code: 'reopened', count: reopened, of: cases }] }
}
