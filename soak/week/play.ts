import type { Operations } from '#contract/index.ts'
import { bodies, county, residents as cast, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { enter } from '#server/test/newcomers.ts'
import { act, actOnTask, decide } from '#server/test/steps.ts'
import type { Caller, Town } from '#server/test/town.ts'
import { committees, gatedClose, gatedDispatch, idOf, residents, resolveWorkingDays, workers, type Resident, type Worker } from './cast.ts'
import { end, type Step, type Story } from './plan.ts'

/** Who is signed in, and since when. */
export type Crew = (who: Worker | Resident) => Promise<Caller>

const signedInForHours = 3

/** A town's crew, the tenth body's clerk among them, under the rules of the week. */
export async function crewOf(town: Town): Promise<Crew> {
  const admin = await town.signIn(team.admin)
  const post = await admin.ask('createPost', { key: uuidv7(), body: { body: bodies.water.id, role: 'department_clerk', title: { zh: '抢修员', en: 'Repairs' } } })
  const { link } = await admin.ask('inviteStaff', { key: uuidv7(), body: { name: '钱多', login: 'qianduo', phone: '13700001234', post: post.id } })
  const { login, secret } = await town.nobody.ask('readLink', { body: { token: link.url.split('/').at(-1)! } })
  await enter(town, link.url)
  const water = { ...team.power, login, secret }
  const { version } = await admin.ask('readPolicyDraft')
  const layers: Operations['savePolicyDraft']['body']['layers'] = [
    { town: null, category: null, set: { resolve: { workingDays: resolveWorkingDays } }, locked: [] },
    { town: null, category: gatedDispatch, set: { 'gates.dispatch': 'desk' }, locked: [] },
    { town: null, category: gatedClose, set: { 'gates.close': 'county' }, locked: [] },
  ]
  const saved = await admin.ask('savePolicyDraft', { version, body: { layers } })
  await admin.ask('publishPolicies', { key: uuidv7(), version: saved.version, body: { note: '一周演练' } })

  const signedIn = new Map<Worker | Resident, { caller: Promise<Caller>; at: number }>()
  const who = (name: Worker | Resident) => (name === 'water' ? water : (workers as readonly string[]).includes(name) ? team[name as 'clerk'] : cast[name as Resident])
  return (name) => {
    const known = signedIn.get(name)
    const isFresh = known && ((residents as readonly string[]).includes(name) || town.now.getTime() - known.at < signedInForHours * 3_600_000)
    if (isFresh) return known.caller
    const caller = town.signIn(who(name))
    signedIn.set(name, { caller, at: town.now.getTime() })
    return caller
  }
}

/** Plays every story, minute by minute, as people at their screens would by the API; what comes in the same minute comes at once. */
export async function playWeek(town: Town, crew: Crew, stories: readonly Story[], say: (line: string) => void): Promise<void> {
  const ids = new Map<Story, string>()
  const all = stories.flatMap((story) => story.steps.map((step) => ({ story, step }))).toSorted((one, other) => one.step.at - other.step.at)
  const minutes = Map.groupBy(all, ({ step }) => step.at)
  let day = ''
  for (const [at, due] of minutes) {
    town.now = new Date(at * 60_000)
    const today = new Date(town.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    if (today !== day) say(`${(day = today)}: ${all.filter(({ step }) => step.at <= at).length} of ${all.length} acts`)
    await Promise.all(due.map(async ({ step }) => await crew(step.by)))
    if (due.some(({ step }) => step.act.kind === 'settle')) await town.settle()
    await Promise.all(due.map(({ story, step }) => doStep(crew, ids, story, step)))
  }
  town.now = new Date(end * 60_000)
  await town.settle()
}

async function doStep(crew: Crew, ids: Map<Story, string>, story: Story, { at, by, act: does }: Step): Promise<void> {
  const caller = await crew(by)
  if (does.kind === 'submit') return void ids.set(story, await submit(caller, story))
  if (does.kind === 'settle') return
  const id = ids.get(story)!
  const params = { county, id }
  if (does.kind === 'withdraw') return void (await caller.ask('withdrawMatter', { params, body: {} }))
  if (does.kind === 'rate') {
    const { contacted, solved, satisfied } = does
    return void (await caller.ask('rateMatter', { params, body: { contacted, solved, satisfied } }))
  }
  await untilDone(`${does.kind} by ${by}`, async () => await staffDoes(caller, id, story, does))
  if (does.kind !== 'return') return
  // Whoever dispatched it agrees in the same minute.
  const desk = await crew(story.steps.findLast((step) => step.at < at && step.act.kind === 'dispatch')!.by)
  await untilDone(`agreed with ${by}`, async () => await decide(desk, 'ruleOnRequest', id, 'return', { granted: true }))
}

type Done = { status: number; problem: { code?: string } }

/** Another act on the same case in the same minute may come between reading it and acting: then it is read again. */
async function untilDone(what: string, once: () => Promise<Done>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { status, problem } = await once()
    if (status === 200) return
    if (problem.code !== 'changed_meanwhile' || attempt > 5) throw new Error(`${what}: ${JSON.stringify(problem)}`)
  }
}

async function submit(caller: Caller, { channel, words, sorted, category, committee }: Story): Promise<string> {
  const { village } = committees[committee]
  const given = sorted ? { category } : {}
  if (channel === 'hotline') {
    const body = { channel, words, ...given, place: { region: village }, photos: [], appellant: { phone: '13912340000' } }
    return (await caller.ask('enterAppeal', { key: uuidv7(), body })).id
  }
  return (await caller.ask('submitAppeal', { key: uuidv7(), body: { words, ...given, place: { village }, visibility: 'private', photos: [] } })).id
}

async function staffDoes(caller: Caller, id: string, story: Story, does: Step['act']): Promise<Done> {
  switch (does.kind) {
    case 'decline': return await act(caller, 'declineCase', id, { ground: 'no_facts', words: '没有具体情况，请补充后再报。' })
    case 'accept': return await act(caller, 'acceptCase', id, story.sorted ? {} : { category: story.category })
    case 'escalate': return await act(caller, 'escalateCase', id, { to: idOf(does.to), type: 'beyond_powers', cause: '超出社区权限。', tried: '已到现场。' })
    case 'dispatch': return await act(caller, 'dispatchCase', id, { lead: idOf(does.lead), assists: [], workingDays: does.workingDays })
    case 'approve': return await decide(caller, 'decideGate', id, story.steps.some((step) => step.act.kind === 'close') && story.category === gatedClose ? 'close' : 'dispatch', { decision: 'approve' })
    case 'take': return await actOnTask(caller, 'takeTask', id, {})
    case 'return': return await actOnTask(caller, 'returnTask', id, { ground: 'not_our_duty', words: '不属于我单位职责。' })
    case 'report': return await actOnTask(caller, 'reportTask', id, { outcome: does.outcome, words: '已到现场处理。', photos: [] })
    case 'close': return await act(caller, 'closeCase', id, { outcome: does.outcome })
    case 'answer': return await act(caller, 'answerCase', id, { words: '已办理，感谢您的反映。', photos: [] })
    case 'note': {
      const { tasks } = await caller.ask('readCase', { params: { county, id } })
      const task = tasks.find(({ mine, state }) => mine && state === 'taken')!.id
      return await caller.call('noteCase', { params: { county, id }, key: uuidv7(), body: { words: '已到现场查看。', photos: [], audience: 'staff', task } })
    }
    default: throw new Error(`nobody of the staff can ${does.kind}`)
  }
}
