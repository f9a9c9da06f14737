import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figures } from '#contract/figures.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { idOf } from './cast.ts'
import { readMessages, type Message } from './messages.ts'
import { picturesOfWeek } from './pictures.ts'
import { begin, period, planWeek, type Story } from './plan.ts'
import { crewOf, playWeek, type Crew } from './play.ts'
import { reckon, takePart, type Counts, type Reckoned } from './reckon.ts'

/**
 * A town's week: a holiday, three leaders, ten bodies, returns, breaches, and an evening on which the light goes out.
 * `npm run soak -- week` plays it with a thousand real messages; every run of the tests, with a few made ones.
 */
const real = Number(process.env.WEEK_MESSAGES ?? 0)
const seed = Number(process.env.WEEK_SEED ?? 7)
const made = (count: number): Message[] => Array.from({ length: count }, (_, i) => ({ words: `第 ${i + 1} 件：楼下的事没有人管，请尽快处理。`, minuteOfDay: (i * 97) % 1_440, category: i % 3 ? null : 'waste' }))
const messages = real > 0 ? readMessages(real) : made(80)

/** A key that the plan says nothing about is not compared: who appealed before, what a call found, what was left out. */
const compared = /^(reply|start|resolve|task|return|dispatch)\.(all|onTime|late|right|missed)$|^closed(\.(stated|solved|explained|refused))?$|^rated|^open|^received$/
const only = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([key, value]) => compared.test(key) && value > 0))

describe.skipIf(!messages)('a town’s week', () => {
  let town: Town
  let crew: Crew
  let stories: Story[]
  let expected: Reckoned
  let figures: Figures
  beforeAll(async () => {
    stories = planWeek(messages!, seed)
    expected = reckon(stories)
    town = await openTown(new Date(begin * 60_000))
    crew = await crewOf(town)
    await playWeek(town, crew, stories, (line) => real && console.log(line))
    figures = await (await crew('centre')).ask('readFigures', { query: { period } })
    if (real) console.log(JSON.stringify(expected.counts))
  }, 1_800_000)
  afterAll(() => town.close())

  test('has what a week has', () => {
    const { counts } = expected
    for (const key of ['return.all', 'reply.late', 'start.late', 'task.late', 'open', 'rated', 'dispatch.missed']) expect([key, counts[key] ?? 0]).not.toEqual([key, 0])
    expect(Object.keys(expected.ofBody).length).toBeGreaterThanOrEqual(real ? 9 : 7)
  })

  test('its figures are those that the plan comes to by itself', () => {
    expect(only(figures.counts)).toEqual(only(expected.counts))
  })

  test('so are those of every body', () => {
    const ofBody = new Map(figures.bodies.map(({ body, counts }) => [body.id, counts]))
    const ofWork = (counts: Counts) => Object.fromEntries(Object.entries(only(counts)).filter(([key]) => /^(reply|start|resolve|task|return|dispatch)\./.test(key)))
    for (const name of takePart) expect([name, ofWork(ofBody.get(idOf(name)) ?? {})]).toEqual([name, ofWork(expected.ofBody[name] ?? {})])
  })

  test('and the times to each step', () => {
    expect(Object.fromEntries(figures.spans.map(({ step, ...rest }) => [step, rest]))).toEqual(expected.spans)
  })

  test.runIf(process.env.WEEK_PICTURES)('every role’s screens are looked at', async () => {
    expect(await picturesOfWeek(town, crew, process.env.WEEK_PICTURES!)).toBeGreaterThan(8)
  }, 300_000)
})
