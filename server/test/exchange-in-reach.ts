import type { OperationId } from '#contract/paths.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { addRule, addSource, letIn } from './machines.ts'
import type { openNeighbour } from './newcomers.ts'
import type { Reach } from './reaches.ts'
import type { Caller } from './town.ts'

/** How far the doors of machines reach, and those who keep them. */
export async function exchangeInReach(admin: Caller, far: Awaited<ReturnType<typeof openNeighbour>>): Promise<Partial<Record<OperationId, Reach>>> {
  const whole = 'a county’s alone: who has only a part of it in reach is not let in (exchange)'
  const program = 'a program with a key: it reaches its own county, what is public there, and its own cases (exchange)'
  const there = { county: far.county }
  const farClient = await far.admin.ask('createClient', { params: there, key: uuidv7(), body: { name: '试', opens: ['open311'], callsPerMinute: 1 } })
  const farSource = await far.admin.ask('createSignalSource', { params: there, key: uuidv7(), body: { name: '试', windowMinutes: 1 } })
  const rows = (inside: string, outside: string): Reach => ({ by: admin, inside: { params: { id: inside } }, outside: [{ params: { id: outside } }, { params: { id: uuidv7() } }] })
  return {
    listClients: whole, createClient: whole, listSignalSources: whole, createSignalSource: whole, listSignalRules: whole, createSignalRule: whole, listSignals: whole,
    listDeliveries: whole, sendAgain: whole, sendAllAgain: whole,
    withdrawClient: rows((await letIn(admin)).id, farClient.id),
    withdrawSignalSource: rows((await addSource(admin)).id, farSource.id),
    endSignalRule: rows(await addRule(admin), farClient.id),
    takeInSignals: 'whoever signs with a source’s secret: it reaches its own signals (exchange)',
    takeInSignedOrders: 'whoever signs with a program’s secret: its orders are its own (exchange)',
    takeInOrders: program, createOpen311Request: program, readOpen311Token: program,
  }
}
