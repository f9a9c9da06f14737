import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import { demoBooks } from './books.ts'
import { bodies, categories, county, team } from './cast.ts'
import { demoRegions } from './county.ts'

export async function hasDemo(db: Queryable): Promise<boolean> {
  return (await db.query(sql`select 1 from bodies where id = ${bodies.centre.id}::uuid`)).length > 0
}

/** Lets no other process make the demo until the transaction ends. */
export async function holdDemo(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(4210002)`)
}

/** Demo rows must not exist in production. */
export async function hasDemoPersons(db: Queryable): Promise<boolean> {
  return (await db.query(sql`select 1 from persons where is_demo limit 1`)).length > 0
}

export async function insertRegions(tx: Queryable): Promise<void> {
  const levels = ['province', 'city', 'county', 'town', 'village', 'grid'] as const
  const all = demoRegions()
  const chain = (id: number | null): (typeof all)[number][] => {
    const one = all.find((region) => region.id === id)
    return one ? [...chain(one.parent), one] : []
  }
  await tx.query(sql`
    insert into regions (id, parent, level, code, name_zh, name_en, province, city, county, town, village, grid, boundary)
    values ${bulk(all.map((one) => {
      const above = chain(one.id)
      const places = levels.map((_, i) => above.find((region) => region.level === i + 1)?.id ?? null)
      return [one.id, one.parent, one.level, one.code, one.zh, one.en, ...places, one.boundary ? JSON.stringify(one.boundary) : null]
    }))} on conflict do nothing`)
  await tx.query(sql`select setval(pg_get_serial_sequence('regions', 'id'), 9999)`)
}

export async function insertOrganisation(tx: Queryable, now: Date): Promise<void> {
  const parentsFirst = Object.values(bodies).toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)))
  for (const one of parentsFirst) {
    await tx.query(sql`
      insert into bodies (county, id, region, kind, parent, name_zh, name_en, is_desk, telephone, created_at)
      values (${county}, ${one.id}, ${one.region}, ${one.kind}, ${one.parent ?? null}, ${one.zh}, ${one.en}, ${one.isDesk}, ${one.telephone ?? null}, ${now})`)
  }
  const since = new Date(now.getTime() - 86_400_000)
  for (const one of Object.values(team)) {
    await tx.query(sql`
      insert into posts (county, id, body, role, title_zh, title_en, region, valid_from)
      values (${county}, ${one.post}, ${one.body.id}, ${one.role}, ${one.title.zh}, ${one.title.en}, ${one.region}, ${since})`)
    await tx.query(sql`insert into holdings (county, post, person, since) values (${county}, ${one.post}, ${one.person}, ${since})`)
  }
}

export async function insertStaff(tx: Queryable, staff: { person: string; name: Buffer; login: string; password: string; secret: Buffer; now: Date }): Promise<void> {
  await tx.query(sql`
    insert into persons (id, name, login, password, totp_secret, is_demo, created_at)
    values (${staff.person}, ${staff.name}, ${staff.login}, ${staff.password}, ${staff.secret}, true, ${staff.now})`)
}

export async function insertResident(tx: Queryable, one: { person: string; name: Buffer; phone: Buffer; phoneIndex: Buffer; now: Date; consent: string }): Promise<void> {
  await tx.query(sql`
    insert into persons (id, name, phone, phone_index, phone_proved_at, is_demo, created_at)
    values (${one.person}, ${one.name}, ${one.phone}, ${one.phoneIndex}, ${one.now}, true, ${one.now})`)
  await tx.query(sql`insert into consents (person, version, at) values (${one.person}, ${one.consent}, ${one.now})`)
}

export async function insertMembership(tx: Queryable, one: { id: string; person: string; town: number; village: number; address: Buffer; now: Date }): Promise<void> {
  await tx.query(sql`
    insert into memberships (county, id, person, town, village, kind, address, state, asked_at, decided_at, decided_by)
    values (${county}, ${one.id}, ${one.person}, ${one.town}, ${one.village}, 'resident', ${one.address}, 'verified', ${one.now}, ${one.now}, ${team.secretary.person})`)
}

export async function insertRules(tx: Queryable, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 86_400_000)
  await tx.query(sql`
    insert into categories (county, key, parent, name_zh, name_en, hint_zh, hint_en, track, place) values ${bulk(
      categories.map((one, i) => [county, one.key, one.parent ?? null, one.zh, one.en, one.hint?.zh ?? null, one.hint?.en ?? null, one.track, i]),
    )}`)
  await tx.query(sql`
    insert into books (county, kind, version, id, content, note, effective_from, published_at) values ${bulk(
      demoBooks.map(({ kind, id, content, note }) => [county, kind, 1, id, JSON.stringify(content), note, since, since]),
    )}`)
}

/** The last TOTP step that each demo account used. */
export async function usedSteps(db: Queryable): Promise<Map<string, number>> {
  const rows = await db.query<{ id: string; step: number }>(sql`select id, totp_used_step as step from persons where is_demo and totp_used_step is not null`)
  return new Map(rows.map((row) => [row.id, row.step]))
}
