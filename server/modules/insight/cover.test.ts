import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, unfoldedOf, type IsFolded } from './cover.ts'
import { daysOfStretch, monthFrom, periodOf } from './period.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'America/Sao_Paulo']
const names = ['2026', '2026-Q4', '2026-10', '2026-02', '2026-10-05..2026-10-11', '2026-01-20..2026-11-03', '2025-12-31..2026-01-01']
const nothing: IsFolded = () => false
const written = (zone: string, at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at)

/** Chance that falls the same way for the same stretch. */
const some = (seed: number): IsFolded => ({ start, end }) => ((start / 900_000) * 31 + (end / 900_000) * 17 + seed) % 3 === 0

test('pieces cover a period and the one before without gap or overlap, each in one part, whatever is folded', () => {
  fc.assert(fc.property(fc.constantFrom(...zones), fc.constantFrom(...names), fc.nat(1_000), (zone, name, seed) => {
    const period = periodOf(name, zone)!
    for (const isFolded of [nothing, () => true, some(seed)] satisfies IsFolded[]) {
      const pieces = piecesOf(zone, period, isFolded)
      expect([pieces[0]!.start, pieces.at(-1)!.end]).toEqual([period.before.start, period.end])
      for (const [i, piece] of pieces.entries()) {
        const part = [period.before, ...period.parts][piece.part]!
        expect([piece.start >= part.start, piece.end <= part.end, piece.start < piece.end]).toEqual([true, true, true])
        if (i > 0) expect(piece.start).toBe(pieces[i - 1]!.end)
        if (piece.isFolded) expect(isFolded(piece)).toBe(true)
      }
    }
  }))
})

test('a year whose months are folded is 24 of them, a week its days, and what is not folded is read at once', () => {
  const counted = (name: string, isFolded: IsFolded) => piecesOf('Asia/Shanghai', periodOf(name, 'Asia/Shanghai')!, isFolded).length
  expect(counted('2026', () => true)).toBe(24)
  expect(counted('2026-10-05..2026-10-11', () => true)).toBe(14)
  expect(counted('2026', nothing)).toBe(13)
})

test('what is over is to be added up, the newest first, months when all of their days are', () => {
  const zone = 'Asia/Shanghai'
  const [first, now] = [new Date('2026-09-20T00:00:00Z'), new Date('2026-11-03T12:00:00Z')]
  const begun = unfoldedOf(zone, first, now, nothing)
  expect([begun.days.length, begun.days[0]!.from, begun.days.at(-1)!.from, begun.months]).toEqual([63, '2026-11-02', '2026-09-01', []])
  const days = new Set(begun.days.map(({ start, end }) => `${start} ${end}`))
  const done = unfoldedOf(zone, first, now, ({ start, end }) => days.has(`${start} ${end}`))
  expect([done.days, done.months.map(({ from, to }) => `${from}..${to}`)]).toEqual([[], ['2026-10-01..2026-10-31', '2026-09-01..2026-09-30']])
  const lacking = unfoldedOf(zone, first, now, ({ start, end }) => days.has(`${start} ${end}`) && written(zone, start) !== '2026-10-07')
  expect([lacking.days.map(({ from }) => from), lacking.months.map(({ from }) => from)]).toEqual([['2026-10-07'], ['2026-09-01']])
})

test('days of a stretch are those of the calendar, and a month begins on its first alone', () => {
  const days = daysOfStretch('Europe/Berlin', { from: '2026-03-28', to: '2026-03-30' })
  expect(days.map(({ start, end }) => (end - start) / 3_600_000)).toEqual([24, 23, 24])
  expect(monthFrom('Europe/Berlin', { from: '2026-03-01' })).toMatchObject({ from: '2026-03-01', to: '2026-03-31' })
  expect(monthFrom('Europe/Berlin', { from: '2026-03-02' })).toBeUndefined()
})
