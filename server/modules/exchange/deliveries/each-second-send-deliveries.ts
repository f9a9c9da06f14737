import { faultOf } from '#server/kernel/fault.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { routine } from '#server/kernel/routines.ts'
import { countiesWithDue, takeDue } from './delivery.sql.ts'
import { sendDelivery } from './send-delivery.ts'

const atOnce = 20
/** Longer than a try can take: what another process took and did not finish is due again then. */
const leaseMs = 60_000

const underWay = new WeakMap<Rooms['db'], Promise<void>>()

/** Sends beside the worker's round, one batch at a time: a receiver that is slow to answer must not hold up clocks and notices. */
export default routine({
  name: 'send deliveries',
  everySeconds: 1,
  async run(rooms, now) {
    if (underWay.has(rooms.db)) return
    const sending = sendDue(rooms, now)
      .catch((error: unknown) => rooms.log.error({ routine: 'send deliveries', ...faultOf(error) }, 'deliveries could not be sent'))
      .finally(() => underWay.delete(rooms.db))
    underWay.set(rooms.db, sending)
  },
})

async function sendDue(rooms: Rooms, now: Date): Promise<void> {
  for (const county of await countiesWithDue(rooms.db, now)) {
    const due = await rooms.change(county, (tx) => takeDue(tx, county, now, new Date(now.getTime() + leaseMs), atOnce))
    await Promise.all(due.map((delivery) => sendDelivery(rooms, delivery)))
  }
}
