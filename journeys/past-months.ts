import type { AddressInfo } from 'node:net'
import { readConfig } from '#server/config.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { makeDemo } from '#server/demo/make-demo.ts'
import { openHouse } from '#server/house.ts'
import { migrateDatabase } from '#server/kernel/migrate.ts'
import { act, actOnTask, decide, givenBack, note, report, type BodyOf } from '#server/test/steps.ts'
import type { Caller } from '#server/test/town.ts'
import { signInByApi } from './by-api.ts'

const day = 86_400_000
const hour = 3_600_000
const daysPlayed = 75
const casesPlayed = 110
const daysWatched = 40

type Actor = keyof typeof team | keyof typeof residents
interface Event {
  at: number
  run: () => Promise<unknown>
}

/**
 * Lets a demo county work for some weeks before today, in a folder that no product holds: cases come, go well, go late, lie,
 * so that figures have something to count. What happens is the same each time; only the dates move with today.
 */
export async function playPastMonths(folder: string): Promise<void> {
  const end = Date.now()
  let now = end - daysPlayed * day
  const config = readConfig({ DATA_DIR: folder, DEMO: '1', TEST_CLOCK: '1', LOG_LEVEL: 'silent' })
  const house = await openHouse(config, { clock: () => new Date(now) })
  await migrateDatabase(house.rooms.db)
  await makeDemo(house.rooms)
  const app = await house.http()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const as = actorsAt(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, () => now)
  const random = dice(7)
  const events: Event[] = []
  for (let i = 0; i < casesPlayed; i++) events.push(...storyOf(i, now + hour + (i / casesPlayed) * (daysPlayed - 0.5) * day, random, as))
  const work = house.work()
  for (const { at, run } of events.filter((event) => event.at < end - hour).toSorted((a, b) => a.at - b.at)) {
    // A new day: what is open is kept, as it would be by a worker that runs.
    if (Math.floor(at / day) > Math.floor(now / day) && at > end - daysWatched * day) await work.settle()
    now = at
    await run()
  }
  now = end
  await work.settle()
  await app.close()
  await house.close()
}

const communities = [
  { village: 101, desk: 'secretary', body: bodies.wutong },
  { village: 102, desk: 'yinxing', body: bodies.yinxing },
  { village: 111, desk: 'dukou', body: bodies.dukou },
] as const satisfies { village: number; desk: Actor; body: { id: string } }[]
const departments = [
  { categories: ['lighting'], body: bodies.lamps, worker: 'lamps' },
  { categories: ['roads', 'waste', 'noise', 'parking', 'environment'], body: bodies.urban, worker: 'urban' },
  { categories: ['power'], body: bodies.power, worker: 'power' },
] as const satisfies { categories: string[]; body: { id: string }; worker: Actor }[]

const complaints: Record<(typeof departments)[number]['categories'][number], string> = {
  lighting: '楼下的路灯坏了，晚上看不清台阶。', roads: '路口的井盖松了，车一过就响。', waste: '垃圾桶满了两天没有清运。', noise: '工地半夜还在施工，睡不着。',
  parking: '消防通道上停满了车。', environment: '饭店的油烟直排到居民楼。', power: '这两天老是跳闸停电。',
}

/** One case from its coming to whatever becomes of it. */
function storyOf(i: number, from: number, random: () => number, as: (who: Actor) => Promise<Caller>): Event[] {
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  const place = pick(communities.flatMap((one, n) => (n === 0 ? [one, one] : [one])))
  const department = pick(departments)
  const category = pick(department.categories)
  const who = pick(['wang', 'li', 'zhang'] as const)
  const [fate, slow, verdict] = [random(), random() < (place.village === 111 ? 0.45 : 0.12), random()]
  let id = ''
  let at = from
  const events: Event[] = []
  const then = (hours: number, run: () => Promise<unknown>) => events.push({ at: (at += hours * hour), run })
  then(0, async () => (id = await report(await as(who), { category, place: { village: place.village }, words: complaints[category] })))
  // Some are seen by nobody.
  if (fate < 0.06) return events
  then(slow ? 18 + random() * 20 : 0.3 + random() * 9, async () => await act(await as(place.desk), 'acceptCase', id, {}))
  if (fate < 0.1) return events
  const raised = fate < 0.22
  if (raised) then(2, async () => await act(await as(place.desk), 'escalateCase', id, { type: 'beyond_means', cause: '需要专业设备', tried: '已到现场' }))
  const desk: Actor = raised ? (place.village === 111 ? 'wangjiang' : 'clerk') : place.desk
  const dispatch: BodyOf<'dispatchCase'> = { lead: department.body.id, assists: [] }
  then(1 + random() * 6, async () => await act(await as(desk), 'dispatchCase', id, dispatch))
  if (random() < 0.09) {
    then(3, async () => await givenBack(await as(department.worker), await as(desk), id, { ground: 'not_our_area', words: '不在我们的管护范围。' }))
    then(3, async () => await act(await as(desk), 'dispatchCase', id, dispatch))
  }
  then(1 + random() * 8, async () => await actOnTask(await as(department.worker), 'takeTask', id, {}))
  then(slow ? 30 : 1 + random() * 5, async () => await begun(await as(department.worker), id))
  if (fate < 0.3) return events
  then((slow ? 160 : 8) + random() * 80, async () => await actOnTask(await as(department.worker), 'reportTask', id, { outcome: 'solved', words: '已处理。', photos: [] }))
  then(2 + random() * 20, async () => await act(await as(desk), 'closeCase', id, { outcome: random() < 0.93 ? 'solved' : 'explained' }))
  then(1 + random() * 10, async () => await act(await as(desk), 'answerCase', id, { words: '已经办好，谢谢您的反映。', photos: [] }))
  if (i % 3 === 1) {
    then(3, async () => await act(await as(desk), 'askExclusion', id, { ground: i % 4 === 0 ? 'unreasonable' : 'duplicate', words: '同一件事前几天已经办结并答复。' }))
    then(5, async () => await decide(await as('centre'), 'ruleOnRequest', id, 'exclusion', { granted: i % 9 !== 1, words: '已核实。' }))
  }
  if (verdict < 0.75) {
    const satisfied = verdict < 0.1 ? 2 : verdict < 0.2 ? 3 : verdict < 0.45 ? 4 : 5
    const solved = verdict < 0.12 ? 'no' : verdict < 0.24 ? 'partly' : 'yes'
    then(6 + random() * 40, async () => await (await as(who)).ask('rateMatter', { params: { county, id }, body: { contacted: verdict > 0.05, solved, satisfied } }))
  }
  return events
}

async function begun(worker: Caller, id: string) {
  const { tasks } = await worker.ask('readCase', { params: { county, id } })
  await note(worker, id, { task: tasks.find(({ mine, state }) => mine && state === 'taken')!.id })
}

/** People who sign in again when their session has ended, as one does in the morning. */
function actorsAt(url: string, now: () => number): (who: Actor) => Promise<Caller> {
  const known = new Map<Actor, { caller: Caller; since: number }>()
  const cast = { ...team, ...residents }
  return async (who) => {
    const before = known.get(who)
    if (before && now() - before.since < 6 * hour) return before.caller
    const caller = await signInByApi(url, cast[who])
    known.set(who, { caller, since: now() })
    return caller
  }
}

/** Chance that falls the same way each time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
