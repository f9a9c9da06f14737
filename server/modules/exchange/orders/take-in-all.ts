import type { Order, takeInOrders } from '#contract/exchange.ts'
import type { Reply } from '#contract/operation.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Client } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { caseBrought, caseStands, cellsOf, claimIds, knownFor, readRow, receiveFromOutside, refuseMapping, Unreadable, type Reading } from '#server/modules/casework/index.ts'
import { clientById, claimClientCase } from '../clients/client.sql.ts'
import { ordersIn, ordersMax } from './order.ts'

/**
 * Orders of another platform, read by the mapping of its program with the rules of imports. An order is known by the source and
 * its own id there, whichever way it came: sent again, or brought by a file before, it gives the number that it has. Of a batch
 * what is good comes in and what is bad is named; a single bad order is refused.
 * @throws Refused bad_input, too_large, client.no_mapping, import.bad_mapping
 */
export async function takeInAll(call: Rooms & { now: Date }, program: Client, body: unknown): Promise<Reply<typeof takeInOrders>> {
  const { db, now } = call
  const { county } = program
  const orders = ordersIn(body)
  if (!orders) throw new Refused('bad_input', { fields: [{ path: '', message: 'object or list of objects' }] })
  if (orders.length > ordersMax) throw new Refused('too_large')
  const mapping = orRefuse((await clientById(db, county, program.id))?.mapping, 'client.no_mapping')
  const cells = orders.map(cellsOf)
  const known = await knownFor(call, { county, mapping, spans_counties: false }, cells)
  try {
    refuseMapping(mapping, known)
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused('import.bad_mapping', { problem: error.code, values: error.values })
    throw error
  }
  const read = cells.map((one, i) => readRow(i + 1, one, mapping, known))
  const [only] = read
  if (!Array.isArray(body) && only && 'faults' in only) {
    throw new Refused('bad_input', { fields: only.faults.map(({ code, column }) => ({ path: column === null ? '' : `/${column}`, message: code })) })
  }
  const items: Order[] = []
  for (const one of read) {
    if ('faults' in one) items.push({ sourceId: one.sourceId, number: null, case: null, before: false, faults: one.faults })
    else items.push(await takeIn(call, { county, source: mapping.source, program, now }, one))
  }
  return { items }
}

interface From {
  county: number
  source: string
  program: Client
  now: Date
}

async function takeIn(rooms: Rooms, { county, source, program, now }: From, reading: Reading): Promise<Order> {
  const { sourceId, place } = reading
  const known = await numberOf(rooms, county, source, sourceId)
  if (known) return { ...known, before: true, faults: [] }
  const id = uuidv7()
  const sent = digestOf(sourceId)
  const ready = await receiveFromOutside(rooms, {
    county, channel: 'platform', id, source: `${county} ${source}`, who: reading.pseudonym ? `person ${reading.pseudonym}` : `appeal ${sourceId}`, name: reading.pseudonym,
    title: reading.title, words: reading.words, category: reading.category,
    place: { region: place.grid ?? place.village ?? place.town, address: reading.address }, sent,
    values: { client: program.name, source, sourceId, sourceReceivedAt: reading.receivedAt.toISOString() },
  }, now)
  const number = await rooms.change(county, async (tx) => {
    const claimed = await claimIds(tx, { county, source, import: program.id }, [{ source_id: sourceId, line: 0, case_county: county, case_id: ready.id }])
    if (!claimed.has(sourceId)) return undefined
    await claimClientCase(tx, { county, case_id: ready.id, client: program.id, token: id, source_id: sourceId, sent, at: now })
    return await ready.write(tx)
  })
  if (number !== undefined) return { sourceId, number, case: ready.id, before: false, faults: [] }
  return { ...(await numberOf(rooms, county, source, sourceId))!, before: true, faults: [] }
}

async function numberOf({ db }: Rooms, county: number, source: string, sourceId: string) {
  const brought = await caseBrought(db, county, source, sourceId)
  if (!brought) return undefined
  const stand = (await caseStands(db, brought.county, [brought.id])).get(brought.id)
  return { sourceId, number: stand?.number ?? null, case: brought.id }
}
