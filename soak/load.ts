import { setTimeout as sleep } from 'node:timers/promises'
import { bodies } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { SignedIn } from '../bench/people.ts'
import { askPatiently, newTold, type Ask, type Told } from './ask.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Crowd } from './people.ts'

/** An appeal whose receipt came. */
export interface Receipt {
  key: string
  id: string
  number: string
  village: number
}

/** An act that was answered with yes, and the version that it said it made. */
export interface Done {
  case: string
  kind: string
  version: number
  /** A note's key. */
  entry?: string
}

/** What was promised to somebody. */
export interface Promised extends Told {
  receipts: Receipt[]
  done: Done[]
  /** Sends that were answered a second time, with the same key. */
  repeated: number
  /** Everything that was promised twice, and not the same. */
  broken: string[]
}

export interface Load {
  promised: Promised
  /** No new stories begin; those that are under way end. */
  stop(): Promise<void>
}

export interface Lanes {
  residents: number
  staff: number
}

const villages = [101, 102, 103, 111]
const committeeOf: Record<number, string> = { 101: bodies.wutong.id, 102: bodies.yinxing.id, 103: bodies.yulan.id, 111: bodies.dukou.id }

/** Residents report and staff work, each one thing after another, until stopped. */
export function beginLoad(port: number, crowd: Crowd, lanes: Lanes, chance: Chance): Load {
  const promised: Promised = { ...newTold(), receipts: [], done: [], repeated: 0, broken: [] }
  const waiting: Receipt[] = []
  let isOver = false
  let giveUpAt = Infinity
  const ask = (one: Ask) => askPatiently(port, promised, one, () => Date.now() > giveUpAt)

  const report = async (own: Chance) => {
    const who = own.pick(crowd.residents.filter(({ village }) => villages.includes(village)))
    const key = uuidv7()
    const body = { words: `${own.between(1, 30)} 幢楼道灯坏了，老人不敢出门，请来修。`, category: 'lighting', place: { village: who.village }, visibility: 'private', photos: [] }
    const send = () => ask({ app: 'resident', who, method: 'POST', path: '/appeals', body, headers: { 'idempotency-key': key } })
    const first = await send()
    if (first?.status !== 200) return void (first && promised.broken.push(`an appeal was refused: ${first.status} ${JSON.stringify(first.json)}`))
    const receipt = { key, id: String(first.json.id), number: String(first.json.number), village: who.village }
    promised.receipts.push(receipt)
    waiting.push(receipt)
    if (own.next() > 0.2) return
    const again = await send()
    if (!again) return
    promised.repeated += 1
    if (again.json.id !== receipt.id || again.json.number !== receipt.number) promised.broken.push(`${key}: ${JSON.stringify(receipt)}, then ${JSON.stringify(again.json)}`)
  }

  const work = async (receipt: Receipt, own: Chance) => {
    const who = crowd.committees.get(receipt.village)!
    const story = stories(receipt, who, own, ask, promised)
    const depth = own.between(0, story.length)
    for (const step of story.slice(0, depth)) if (!(await step())) return
  }

  const lane = async (own: Chance, once: () => Promise<void>) => {
    while (!isOver) {
      await once()
      await sleep(own.between(0, 120))
    }
  }
  const all = [
    ...Array.from({ length: lanes.residents }, (_, n) => chanceOf(chance.seed + 100 + n)).map((own) => lane(own, () => report(own))),
    ...Array.from({ length: lanes.staff }, (_, n) => chanceOf(chance.seed + 200 + n)).map((own) => lane(own, async () => {
      const receipt = waiting.shift()
      if (receipt) await work(receipt, own)
    })),
  ]
  return {
    promised,
    async stop() {
      isOver = true
      giveUpAt = Date.now() + 30_000
      await Promise.all(all)
    },
  }
}

type Step = () => Promise<boolean>

/** The way of a case through one committee, act by act. Each says whether the next can follow. */
function stories({ id, village }: Receipt, who: SignedIn, own: Chance, ask: (one: Ask) => ReturnType<typeof askPatiently>, promised: Promised): Step[] {
  const path = `/cases/${id}`
  const act = (kind: string, to: string, body: unknown): Step => async () => {
    // Whoever is told that the case has changed looks again: time itself may have acted, or their own act whose answer was lost.
    for (let tries = 0; tries < 8; tries++) {
      const seen = await ask({ app: 'office', who, method: 'GET', path })
      if (seen?.status !== 200) return false
      const [task] = seen.json.tasks as { id: string }[]
      const answer = await ask({ app: 'office', who, method: 'POST', path: path + to.replace(':task', task?.id ?? ''), body, headers: { 'if-match': `"${String(seen.json.version)}"` } })
      if (!answer) return false
      if (answer.status === 200) {
        promised.done.push({ case: id, kind, version: Number(answer.json.version) })
        return true
      }
      if (answer.status === 409) return true // done already: the first answer was lost
      if (answer.status !== 412) {
        promised.broken.push(`${kind}: ${answer.status} ${JSON.stringify(answer.json)}`)
        return false
      }
    }
    return false
  }
  const note: Step = async () => {
    const key = uuidv7()
    const send = () => ask({ app: 'office', who, method: 'POST', path: `${path}/notes`, body: { words: '已到现场。', photos: [], audience: 'staff' }, headers: { 'idempotency-key': key } })
    const first = await send()
    if (first?.status !== 200) return false
    promised.done.push({ case: id, kind: 'case.noted', version: Number(first.json.version), entry: key })
    if (own.next() < 0.3) {
      const again = await send()
      if (again) promised.repeated += 1
      if (again && again.json.version !== first.json.version) promised.broken.push(`the note ${key} was taken as ${JSON.stringify(first.json)}, then as ${JSON.stringify(again.json)}`)
    }
    return true
  }
  return [
    act('case.accepted', '/acceptance', { words: '已收到。' }),
    act('case.dispatched', '/dispatch', { lead: committeeOf[village], assists: [], instruction: '请今天到现场。' }),
    act('task.taken', '/tasks/:task/taking', {}),
    note,
    act('task.reported', '/tasks/:task/report', { outcome: 'solved', words: '已更换灯泡。', photos: [] }),
    act('case.closed', '/closing', { outcome: 'solved' }),
    act('case.answered', '/answer', { words: '路灯已修好，感谢您的反映。', photos: [] }),
  ]
}
