import { setTimeout as sleep } from 'node:timers/promises'
import { endOfFeed } from '#server/kernel/facts.ts'
import { chanceOf, type Chance } from './chance.ts'
import { judge, type Judged } from './judge.ts'
import { beginListening, type Heard } from './listen.ts'
import { beginLoad, type Lanes } from './load.ts'
import { county, signInCrowd } from './people.ts'
import { install, type On, type Part, type Product } from './product.ts'
import { hurryClocks } from './rows.sql.ts'

export interface Faults {
  on: On
  kills: number
  seed: number
  say: (line: string) => void
}

const clockSeconds = { reply: 2, start: 3, task: 4, resolve: 5 }
const lanesOn: Record<On, Lanes> = { server: { residents: 2, staff: 2 }, embedded: { residents: 1, staff: 1 } }
/** So long after the last thing happened, nothing more is to come: every clock has run out. */
const quietMs = 7_000
const settledWithinMs = 180_000

/** Kills parts of the product at random moments under load, then looks whether every promise was kept. */
export async function soakFaults({ on, kills, seed, say }: Faults): Promise<Judged & { killed: Record<string, number> }> {
  const chance = chanceOf(seed)
  const product = await install(on)
  try {
    const { crowd, start } = await prepareOn(product)
    await product.start()
    const heard = beginListening(product.port, 'office', crowd.centre)
    const load = beginLoad(product.port, crowd, lanesOn[on], chance)
    const killed: Record<string, number> = {}
    await sleep(1_000)
    for (let n = 1; n <= kills; n++) {
      const part = partOf(product.parts, n, chance)
      await sleep(chance.between(300, 2_500))
      say(`${on} ${n}/${kills}: ${part} killed; ${load.promised.receipts.length} receipts, ${load.promised.done.length} acts so far`)
      await product.kill(part)
      killed[part] = (killed[part] ?? 0) + 1
      await sleep(chance.between(0, 700))
      await product.restart(part)
    }
    await sleep(2_000)
    await load.stop()
    await untilQuiet(product, heard)
    await heard.stop()
    await product.stop()
    const house = await product.open()
    const judged = await judge(house.rooms.db, start, load.promised, heard)
    await house.close()
    if (product.deaths.length > 0) judged.wrong.push(...product.deaths)
    const answers = Object.entries(load.promised.answers).map(([kind, n]) => [`answers ${kind}`, n])
    return { wrong: judged.wrong, counts: { ...judged.counts, ...Object.fromEntries(answers) }, killed }
  } finally {
    await product.close()
  }
}

async function prepareOn(product: Product) {
  const house = await product.open()
  const { db } = house.rooms
  const crowd = await signInCrowd(house.rooms, 40)
  await hurryClocks(db, county, clockSeconds)
  const start = await endOfFeed(db)
  await house.close()
  return { crowd, start }
}

/** Every part in turn at first, so that a short run kills each; then at random. */
const partOf = (parts: readonly Part[], n: number, chance: Chance): Part => (n <= parts.length ? parts[n - 1]! : chance.pick(parts))

async function untilQuiet(product: Product, heard: Heard): Promise<void> {
  const until = Date.now() + settledWithinMs
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${product.port}/api/v1/health/ready`).then((answer) => answer.json() as Promise<{ relayBehindSeconds: number }>, () => undefined)
    if (heard.quietMs() > quietMs && ready?.relayBehindSeconds === 0) return
    if (Date.now() > until) throw new Error(`nothing came to rest within ${settledWithinMs / 1000} seconds: ${JSON.stringify(ready)}`)
    await sleep(250)
  }
}
