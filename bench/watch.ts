import { readdirSync, readFileSync } from 'node:fs'
import type { Installation } from './installation.ts'
import { inspectorOf, type FunctionTime } from './inspector.ts'
import type { What } from './measure.ts'
import { beginCountingStatements, heaviestStatements, type Statement } from './rows.sql.ts'

/** Begins to watch what a phase costs; what it gives back ends that. @param pid of the load generator */
export type Watch = (what: What, pid?: number) => Promise<() => Promise<void>>

/** What one phase cost, all its rounds together. */
export interface Cost {
  seconds: number
  /** Seconds of processor time by process; `others` is what else ran on the machine. */
  cpu: Record<string, number>
  /** Where the processes spent their own time, in milliseconds. */
  functions: Partial<Record<'serve' | 'work', FunctionTime[]>>
  statements: Statement[]
}

export interface Watcher {
  watch: Watch
  costs: ReadonlyMap<What, Cost>
  close(): void
}

const functionsMax = 40
const statementsMax = 15
const ticksPerSecond = 100

/** Watches nothing: for figures that nothing disturbs. */
export const unwatched: Watch = async () => async () => {}

/** Looks into the processes while they are measured: which functions, which statements, whose processor time (Linux). */
export async function watcherOf(on: Installation): Promise<Watcher> {
  const costs = new Map<What, Cost>()
  const names = ['serve', 'work'] as const
  const inspectors = await Promise.all(names.map((name) => inspectorOf(on.inspectors[name]!)))
  const watch: Watch = async (what, load) => {
    const pids: Record<string, number> = { ...on.pids, ...(load !== undefined && { load }) }
    await beginCountingStatements(on.db)
    for (const one of inspectors) await one.start()
    const before = cpuOf(pids)
    const start = performance.now()
    return async () => {
      const seconds = (performance.now() - start) / 1000
      const after = cpuOf(pids)
      const functions = await Promise.all(inspectors.map((one) => one.stop(functionsMax)))
      const statements = await heaviestStatements(on.db, statementsMax)
      // The last round stands for the phase, as the processes are warmest then.
      costs.set(what, {
        seconds,
        cpu: Object.fromEntries(Object.keys(after).map((name) => [name, after[name]! - before[name]!])),
        functions: { serve: functions[0]!, work: functions[1]! },
        statements,
      })
    }
  }
  return { watch, costs, close: () => inspectors.forEach((one) => one.close()) }
}

/** Processor seconds of each process with its children, and of all that is none of them. */
function cpuOf(pids: Record<string, number>): Record<string, number> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => readProcess(Number(pid)) ?? [])
  const own = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [
    name,
    processes.filter((one) => one.pid === pid || one.parent === pid).reduce((sum, one) => sum + one.used + (one.pid === pid ? one.ofEnded : 0), 0),
  ]))
  const [, user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/).map(Number)
  const all = (user! + nice! + system! + irq! + softirq!) / ticksPerSecond
  return { ...own, others: all - Object.values(own).reduce((sum, one) => sum + one, 0) }
}

function readProcess(pid: number): { pid: number; parent: number; used: number; ofEnded: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number)
    return { pid, parent: fields[1]!, used: (fields[11]! + fields[12]!) / ticksPerSecond, ofEnded: (fields[13]! + fields[14]!) / ticksPerSecond }
  } catch {
    return undefined // it ended just now
  }
}
