import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { listeningActor, openFeed, tellAndHold, tellOne, untilNothingIsOpen, type Feed, type Process } from '#server/test/feed.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import type { Fact } from './facts.ts'
import { liveOf, type Live } from './live.ts'
import { behindSeconds, reaction, relayOnce, retryFailed, type Reaction } from './relay.ts'

describe.skipIf(!hasPostgres)('the feed of facts', { timeout: 60_000 }, () => {
  let feed: Feed
  let one: Process
  let other: Process
  const now = new Date('2026-11-16T02:00:00Z')

  beforeAll(async () => {
    feed = await openFeed()
    one = feed.process()
    other = feed.process()
    await one.db.run('create table heard (listener text not null, subject uuid not null); grant insert on heard to gongzhi_app')
  })
  afterAll(() => feed.close())
  beforeEach(async () => {
    await untilNothingIsOpen(one.db)
    await one.db.run('truncate heard, facts, listeners, failed_reactions')
  })

  const until = <T>(seen: () => T) => expect.poll(seen, { timeout: 30_000 })
  const lives: Live[] = []
  afterEach(() => {
    for (const live of lives.splice(0)) live.close()
  })

  /** A reaction whose effect is rows, in the same transaction that marks its facts done. */
  const writing = (name: string, broken?: (fact: Fact) => boolean): Reaction => reaction({
    name,
    on: ['case.noted'],
    async run(tx, facts) {
      for (const fact of facts) {
        await tx.query(sql`insert into heard (listener, subject) values (${name}, ${fact.subject}::uuid)`)
        if (broken?.(fact)) throw new Error('this one can not be digested')
      }
    },
  })
  const heardBy = async (name: string) =>
    (await one.db.query<{ subject: string }>(sql`select subject from heard where listener = ${name}`)).map(({ subject }) => subject)
  const relay = async ({ db, change }: Process, reactions: Reaction[]) => {
    while ((await relayOnce(db, change, reactions, () => now)) > 0);
  }
  const failures = () =>
    one.db.query<{ subject: string; tries: number; problem: string; next_try: Date | null }>(sql`select subject, tries, problem, next_try from failed_reactions`)

  async function listenLive({ db, done }: Process) {
    const heard: string[] = []
    const live = liveOf(db, () => async () => () => true, (error) => {
      throw error
    })
    lives.push(live)
    done.push(live.stir)
    await live.listen({ actor: listeningActor('a'), hear: (fact) => heard.push(fact.subject), reset: () => heard.push('reset'), end: () => {} })
    return { heard, live }
  }

  test('waits for a transaction that told a fact and is still open, and loses nothing of what was told meanwhile', async () => {
    const reactions = [writing('effects')]
    const { heard, live } = await listenLive(one)
    const before = await tellOne(one)
    await untilNothingIsOpen(one.db)
    const held = await tellAndHold(one)
    onTestFinished(held.commit)
    const later: string[] = []
    for (let i = 0; i < 10; i++) later.push(await tellOne(i % 2 === 0 ? one : other))

    await relay(one, reactions)
    live.stir()
    await until(() => heard).toEqual([before])
    await new Promise((resolve) => setTimeout(resolve, 1_200)) // longer than the live feed waits between two looks
    expect(heard).toEqual([before])
    expect(await heardBy('effects')).toEqual([before])
    expect(await behindSeconds(one.db, new Date(Date.now() + 60_000))).toBeGreaterThan(59)

    await held.commit()
    await untilNothingIsOpen(one.db)
    await relay(other, reactions)
    await relay(one, reactions)
    const all = [before, held.subject, ...later]
    expect(await heardBy('effects')).toEqual(all)
    await until(() => heard).toEqual(all)
    expect(await behindSeconds(one.db, new Date())).toBe(0)
  })

  test('a fact that was rolled back was never told', async () => {
    const { heard } = await listenLive(one)
    const reactions = [writing('effects')]
    await expect(one.change(3, async (tx) => {
      await tellOne({ change: async (_, work) => await work(tx) })
      throw new Error('rolled back')
    })).rejects.toThrow('rolled back')
    const told = await tellOne(one)
    await untilNothingIsOpen(one.db)
    await relay(one, reactions)
    expect(await heardBy('effects')).toEqual([told])
    await until(() => heard).toEqual([told])
  })

  test('a fact that a reaction can not digest is kept for it, and the others go on', async () => {
    const subjects: string[] = []
    for (let i = 0; i < 5; i++) subjects.push(await tellOne(one))
    await untilNothingIsOpen(one.db)
    const bad = subjects[2]!
    await relay(one, [writing('sound'), writing('choosy', (fact) => fact.subject === bad)])
    expect(await heardBy('sound')).toEqual(subjects)
    expect(await heardBy('choosy')).toEqual(subjects.filter((subject) => subject !== bad))
    expect(await failures()).toEqual([{ subject: bad, tries: 1, problem: 'Error', next_try: new Date(now.getTime() + 5_000) }])
  })

  test('what failed is tried again when its time has come, and takes effect once', async () => {
    const subject = await tellOne(one)
    await untilNothingIsOpen(one.db)
    await relay(one, [writing('mended', () => true)])
    const mended = [writing('mended')]
    await retryFailed(one.db, one.change, mended, new Date(now.getTime() + 4_000))
    expect(await heardBy('mended')).toEqual([])
    const due = new Date(now.getTime() + 5_000)
    await Promise.all([one, other, one, other].map(({ db, change }) => retryFailed(db, change, mended, due)))
    await retryFailed(one.db, one.change, mended, due)
    expect(await heardBy('mended')).toEqual([subject])
    expect(await failures()).toEqual([])
  })

  test('what fails for good is tried eight times, ever later, and then stays listed', async () => {
    const subject = await tellOne(one)
    await untilNothingIsOpen(one.db)
    const broken = [writing('broken', () => true)]
    await relay(one, broken)
    const waited: number[] = []
    let at = now
    for (;;) {
      const next = (await failures())[0]!.next_try
      if (!next) break
      waited.push((next.getTime() - at.getTime()) / 1000)
      at = next
      await retryFailed(one.db, one.change, broken, at)
    }
    expect(waited).toEqual([5, 20, 80, 320, 1_280, 5_120, 20_480])
    expect(await failures()).toMatchObject([{ subject, tries: 8 }])
    expect(await heardBy('broken')).toEqual([])
  })

  test('two workers at once: each fact takes effect once in each reaction', async () => {
    const reactions = [writing('first'), writing('second', (fact) => fact.subject.endsWith('7'))]
    const subjects: string[] = []
    const telling = (async () => {
      for (let i = 0; i < 300; i++) subjects.push(await tellOne(i % 2 === 0 ? one : other))
    })()
    let isTold = false
    void telling.then(() => (isTold = true))
    const working = async (process: Process) => {
      while (!isTold) await relay(process, reactions)
      await untilNothingIsOpen(process.db)
      await relay(process, reactions)
    }
    await Promise.all([telling, working(one), working(other)])
    const digestible = subjects.filter((subject) => !subject.endsWith('7'))
    expect((await heardBy('first')).toSorted()).toEqual(subjects.toSorted())
    expect((await heardBy('second')).toSorted()).toEqual(digestible.toSorted())
    expect((await failures()).map(({ subject }) => subject).toSorted()).toEqual(subjects.filter((subject) => subject.endsWith('7')).toSorted())
  })
})
