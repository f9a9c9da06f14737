import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listeningActor, openFeed, tellAndHold, tellOne, untilNothingIsOpen, type Feed, type Process } from '#server/test/feed.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { endOfFeed, type Fact, type Position } from './facts.ts'
import { liveOf, type Hearing, type Listener, type Live } from './live.ts'

describe.skipIf(!hasPostgres)('live updates', { timeout: 60_000 }, () => {
  let feed: Feed
  let one: Process
  let other: Process
  beforeAll(async () => {
    feed = await openFeed()
    one = feed.process()
    other = feed.process()
  })
  afterAll(() => feed.close())
  // The horizon is that of the whole server: a test beside this one that holds a transaction open holds back all feeds.
  beforeEach(() => untilNothingIsOpen(one.db))
  const until = <T>(seen: () => T) => expect.poll(seen, { timeout: 30_000 })

  const lives: Live[] = []
  afterEach(() => {
    for (const live of lives.splice(0)) live.close()
    one.done.length = 0
    other.done.length = 0
  })

  const all: Hearing = async () => () => true
  function open(process: Process, hearing: Hearing = all, failed: (error: unknown) => void = () => {}) {
    const live = liveOf(process.db, () => hearing, failed)
    lives.push(live)
    process.done.push(live.stir)
    return live
  }

  class Ear implements Listener {
    actor
    heard: Fact[] = []
    resets = 0
    ended: string[] = []
    constructor(person = 'a') {
      this.actor = listeningActor(person)
    }
    hear(fact: Fact) {
      this.heard.push(fact)
    }
    reset() {
      this.resets++
    }
    end(why: string) {
      this.ended.push(why)
    }
    get subjects() {
      return this.heard.map(({ subject }) => subject)
    }
  }

  test('each hears what lies in their reach, and what they reach may change while they listen', async () => {
    const live = open(one, async () => (fact, actor) => actor.person === 'everything' || fact.kind === 'case.closed')
    const [wide, narrow] = [new Ear('everything'), new Ear('closings')]
    await live.listen(wide)
    await live.listen(narrow)
    const [noted, closed] = [await tellOne(one), await tellOne(one, 'case.closed')]
    await until(() => wide.subjects).toEqual([noted, closed])
    expect(narrow.subjects).toEqual([closed])
    narrow.actor = listeningActor('everything')
    const next = await tellOne(one)
    await until(() => narrow.subjects).toEqual([closed, next])
  })

  test('what another process commits is heard without being stirred', async () => {
    const ear = new Ear()
    await open(one).listen(ear)
    const told = await tellOne(other)
    await until(() => ear.subjects).toEqual([told])
  })

  test('whoever comes back hears what they missed, once each, and then goes on', async () => {
    const live = open(one)
    const [ear, witness] = [new Ear(), new Ear('b')]
    await live.listen(witness)
    const listening = await live.listen(ear)
    await tellOne(one)
    await until(() => ear.heard.length).toBe(1)
    listening.stop()
    const missed = [await tellOne(one), await tellOne(other), await tellOne(one)]
    await until(() => witness.heard.length).toBe(4)
    const back = new Ear()
    await live.listen(back, listening.position())
    const next = await tellOne(one)
    await until(() => back.subjects).toEqual([...missed, next])
    expect(ear.heard).toHaveLength(1)
  })

  test('coming and going in a storm of facts, on two processes, loses and doubles nothing', async () => {
    const slow: Hearing = async () => {
      await sleep(Math.random() * 8)
      return () => true
    }
    const processes = [open(one, slow), open(other, slow)]
    const subjects: string[] = []
    let isTold = false
    const start = await endOfFeed(one.db)
    const telling = (async () => {
      for (let i = 0; i < 150; i++) {
        const held = i % 40 === 7 ? await tellAndHold(other) : undefined
        subjects.push(await tellOne(i % 2 === 0 ? one : other))
        if (held) {
          await sleep(10)
          subjects.push(held.subject)
          await held.commit()
        }
      }
      await untilNothingIsOpen(one.db)
      isTold = true
    })()
    const roam = async (n: number) => {
      const heard: string[] = []
      let after: Position = start
      for (let round = n; ; round++) {
        const isLast = isTold
        const ear = new Ear(`roaming ${n}`)
        const listening = await processes[round % 2]!.listen(ear, after)
        if (isLast) await until(() => heard.length + ear.heard.length).toBeGreaterThanOrEqual(subjects.length)
        else await sleep(Math.random() * 30)
        listening.stop()
        after = listening.position()
        heard.push(...ear.subjects)
        expect(ear.resets).toBe(0)
        if (isLast) return heard
      }
    }
    const roamed = await Promise.all([telling, ...[0, 1, 2, 3, 4, 5].map(roam)])
    for (const heard of roamed.slice(1)) expect(heard!.toSorted()).toEqual(subjects.toSorted())
  })

  test('many who begin at once, while facts are told, all hear the same end', async () => {
    const live = open(one)
    const ears = Array.from({ length: 15 }, (_, i) => new Ear(`${i}`))
    const joining = Promise.all(ears.map((ear) => live.listen(ear)))
    await tellOne(one)
    await joining
    const told = [await tellOne(one), await tellOne(one)]
    for (const ear of ears) await until(() => ear.subjects.slice(-2)).toEqual(told)
  })

  test('a place that is too far back, or of another feed, is a reset, and then what comes is heard', async () => {
    const live = open(one)
    await one.db.run(`insert into facts (county, subject, kind, at) select 3, gen_random_uuid(), 'case.noted', now() from generate_series(1, 5100)`)
    await untilNothingIsOpen(one.db)
    const [late, strange] = [new Ear('late'), new Ear('strange')]
    await live.listen(late, { moment: 0, seq: 0 })
    await live.listen(strange, { moment: 1e14, seq: 0 })
    expect([late.resets, late.heard.length, strange.resets, strange.heard.length]).toEqual([1, 0, 1, 0])
    const told = await tellOne(one)
    await until(() => [late.subjects, strange.subjects]).toEqual([[told], [told]])
  })

  test('more missed than one would care to read is a reset; more than that outside their reach is not', async () => {
    const live = open(one, async () => (fact, actor) => actor.person === 'busy' || fact.kind === 'case.closed')
    const after = await endOfFeed(one.db)
    await one.db.run(`insert into facts (county, subject, kind, at) select 3, gen_random_uuid(), 'case.noted', now() from generate_series(1, 600)`)
    const closed = await tellOne(one, 'case.closed')
    await untilNothingIsOpen(one.db)
    const [busy, quiet] = [new Ear('busy'), new Ear('quiet')]
    await live.listen(busy, after)
    await live.listen(quiet, after)
    expect([busy.resets, busy.heard.length, quiet.resets, quiet.subjects]).toEqual([1, 0, 0, [closed]])
  })

  test('when nobody can say who may hear, all read again, and the feed goes on', async () => {
    let isBroken = true
    const failed: unknown[] = []
    const live = open(one, async () => {
      if (isBroken) throw new Error('who may hear is not known')
      return () => true
    }, (error) => failed.push(error))
    const ear = new Ear()
    await live.listen(ear)
    await tellOne(one)
    await until(() => ear.resets).toBe(1)
    expect(failed).toEqual([expect.objectContaining({ message: 'who may hear is not known' })])
    isBroken = false
    const told = await tellOne(one)
    await until(() => ear.subjects).toEqual([told])
  })

  test('while the database is away nobody can say who may hear, and nobody misses anything', async () => {
    let isAway = true
    const live = open(one, async () => {
      if (isAway) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
      return () => true
    }, () => (isAway = false))
    const ear = new Ear()
    await live.listen(ear)
    const told = await tellOne(one)
    await until(() => ear.subjects).toEqual([told])
    expect([ear.resets, isAway]).toEqual([0, false])
  })

  test('a person listens in twenty places at most; the oldest ends', async () => {
    const live = open(one)
    const ears = Array.from({ length: 22 }, () => new Ear('everywhere'))
    const stranger = new Ear('stranger')
    await live.listen(stranger)
    for (const ear of ears) await live.listen(ear)
    expect(ears.map(({ ended }) => ended.length)).toEqual([1, 1, ...Array.from({ length: 20 }, () => 0)])
    expect([ears[0]!.ended, stranger.ended]).toEqual([['too many'], []])
    const told = await tellOne(one)
    await until(() => ears.at(-1)!.subjects).toEqual([told])
    expect(ears[0]!.heard).toEqual([])
  })

  test('when the house closes, all are told once, and whoever comes then is told at once', async () => {
    const live = open(one)
    const [ear, late] = [new Ear(), new Ear()]
    await live.listen(ear)
    live.close()
    live.close()
    await live.listen(late)
    expect([ear.ended, late.ended]).toEqual([['closing'], ['closing']])
  })
})
