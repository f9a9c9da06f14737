import type { Queryable } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { forgetBodies } from '../known-bodies.ts'
import { bodiesOf, insertBody } from './body.sql.ts'

/** A county, as far as its centre is called by it. */
export interface CountyCalled {
  id: number
  name_zh: string
  name_en: string | null
}

/** The county's centre; made where there is none, as the county's desk unless another body is that. */
export async function centreOf(tx: Queryable, { memory }: Pick<Rooms, 'memory'>, county: CountyCalled, now: Date): Promise<string> {
  const here = (await bodiesOf(tx, county.id, {})).filter((body) => body.region === county.id)
  const centres = here.filter((body) => body.kind === 'centre')
  // There may be more than one, such as that of city management: the county's desk comes first.
  const centre = centres.find((body) => body.is_desk) ?? centres[0]
  if (centre) return centre.id
  const id = uuidv7()
  const name = { zh: `${county.name_zh}社会治理中心`, ...(county.name_en && { en: `${county.name_en} Governance Centre` }) }
  const isDesk = !here.some((body) => body.is_desk)
  await insertBody(tx, { county: county.id, id, region: county.id, kind: 'centre', parent: null, name, isDesk, sent: null, now })
  await tell(tx, { county: county.id, subject: id, kind: 'body.created', version: 1, by: {}, at: now })
  await forgetBodies(tx, memory, county.id)
  return id
}
