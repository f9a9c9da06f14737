import { listStaff } from '#contract/identity.ts'
import type { Call } from '#server/kernel/operation.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { maskedOf } from '#server/kernel/personal.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { personName, personPhone } from '../personal.ts'
import { inBoth } from '../region-place.sql.ts'
import { postsNow, staffWithin, type StaffPostRow, type StaffRow } from './staff.sql.ts'

const readAtOnce = 300
const defaultLimit = 30

export default operation(listStaff, staff('staff.read'), async (call) => {
  const { params: { county }, query, db, vault, now } = call
  const limit = query.limit ?? defaultLimit
  const found = await find(call, limit + 1)
  const shown = found.slice(0, limit)
  const posts = await postsNow(db, county, shown.map(({ row }) => row.id), now)
  return {
    items: shown.map(({ row, name }) => ({
      person: row.id,
      name,
      login: row.login,
      phone: maskedOf(vault, personPhone, row.phone),
      state: row.state,
      posts: posts.filter((post) => post.person === row.id).map(shownPost),
    })),
    next: found.length > limit ? shown.at(-1)!.row.login : null,
  }
})

/** Names are sealed, so a search by name reads on until it has found enough. */
async function find({ actor, params: { county }, query, db, vault }: Call<'listStaff', Actor>, enough: number) {
  const words = query.words?.trim().toLowerCase()
  const found: { row: StaffRow; name: string }[] = []
  for (let after = query.after ?? ''; found.length < enough;) {
    const limit = words ? readAtOnce : enough
    const rows = await staffWithin(db, actor, county, { body: query.body, left: query.left, after, limit })
    const named = rows.map((row) => ({ row, name: row.name ? vault.open(personName.name, row.name) : '' }))
    found.push(...named.filter(({ row, name }) => !words || row.login.includes(words) || name.toLowerCase().includes(words)))
    if (rows.length < limit) break
    after = rows.at(-1)!.login
  }
  return found.slice(0, enough)
}

const shownPost = (post: StaffPostRow) => ({
  id: post.id,
  title: inBoth(post.title_zh, post.title_en),
  role: post.role,
  body: { id: post.body, name: inBoth(post.body_zh, post.body_en), kind: post.body_kind },
})
