import { expect, test } from 'vitest'
import { withinLimit } from './within-limit.ts'

const [open, decided] = [{ ruling: null }, { ruling: 'granted' as const }]

test.each([
  [{ limit: 3, decidedToday: 0 }, [open, open, open, open], 3, 1],
  [{ limit: 3, decidedToday: 1 }, [decided, open, open, open], 3, 1],
  [{ limit: 3, decidedToday: 5 }, [open, open], 0, 2],
  [{ limit: undefined, decidedToday: 5 }, [open, open], 2, 0],
  [undefined, [open, open], 2, 0],
])('with %j of %j shows %i and holds %i for the digest', (limits, cards, shown, held) => {
  const after = withinLimit(cards as never, limits)
  expect([after.shown.length, after.held]).toEqual([shown, held])
})
