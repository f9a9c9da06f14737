import { describe, expect, test } from 'vitest'
import { gapOf, share, worriesOf } from './worries.ts'

const body = (id: string, counts: Record<string, number>) => ({ body: { id, name: { zh: id }, kind: 'committee' }, counts })

describe('what needs attention', () => {
  test('is what is late or has lain too long, the most first, with its share, the share before and where most of it lies', () => {
    const figures = {
      body: null,
      counts: { 'reply.all': 100, 'reply.late': 18, 'resolve.all': 40, 'resolve.late': 20, open: 30, 'open.older': 3 },
      before: { 'reply.all': 50, 'reply.late': 5 },
      bodies: [body('a', { 'reply.late': 4, 'resolve.late': 10 }), body('b', { 'reply.late': 14, 'resolve.late': 10, 'open.older': 3 })],
    }
    expect(worriesOf(figures).map((one) => [one.figure, one.count, one.share, one.before, one.most?.body.id])).toEqual([
      ['resolve.late', 20, 0.5, null, undefined],
      ['reply.late', 18, 0.18, 0.1, 'b'],
      ['open.older', 3, 0.1, null, 'b'],
    ])
  })

  test('names no body where one was chosen, and nothing where nothing is late', () => {
    const counts = { 'reply.all': 3, 'reply.late': 1 }
    const per = [body('a', counts), body('b', {})]
    expect(worriesOf({ body: per[0]!.body, counts, before: {}, bodies: per })[0]!.most).toBeNull()
    expect(worriesOf({ body: null, counts: { 'reply.all': 3, 'reply.onTime': 3 }, before: {}, bodies: [] })).toEqual([])
  })

  test.each([
    [{ 'closed.stated': 100, 'closed.solved': 95, rated: 20, 'rated.solved': 12 }, { claimed: 0.95, solved: 0.6 }],
    [{ 'closed.stated': 100, 'closed.solved': 95, rated: 20, 'rated.solved': 17 }, undefined],
    [{ 'closed.stated': 100, 'closed.solved': 95, rated: 9, 'rated.solved': 0 }, undefined],
    [{}, undefined],
  ])('between what bodies and residents say of %j is %j', (counts, gap) => {
    expect(gapOf(counts)).toEqual(gap)
  })

  test('of nothing there is no share, and of something nought is one', () => {
    expect(share({}, 'reply.onTime', 'reply.all')).toBeNull()
    expect(share({ 'reply.all': 2 }, 'reply.onTime', 'reply.all')).toBe(0)
  })
})
