import { listMemberships } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { maskedOf } from '#server/kernel/personal.ts'
import { Refused } from '#server/kernel/refusal.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { membershipAddress, personName, personPhone } from '../personal.ts'
import { namedRegion } from '../region-place.sql.ts'
import { membershipsWithin, type MembershipRow } from './membership.sql.ts'

const defaultLimit = 30

export default operation(listMemberships, staff('membership.read'), async ({ params: { county }, query, actor, db, vault }) => {
  const limit = query.limit ?? defaultLimit
  const after = query.after === undefined ? undefined : placeOf(query.after)
  const rows = await membershipsWithin(db, actor, county, { state: query.state, village: query.village, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => ({
      id: row.id,
      county: row.county,
      person: row.person,
      village: namedRegion(row),
      kind: row.kind,
      state: row.state,
      name: maskedOf(vault, personName, row.name) ?? '',
      phone: maskedOf(vault, personPhone, row.phone) ?? '',
      address: maskedOf(vault, membershipAddress, row.address) ?? '',
      askedAt: row.asked_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
      reason: row.reason,
      lastHolder: lastHolderOf(vault, row) || null,
    })),
    next: rows.length > limit ? nextAfter(shown.at(-1)!) : null,
  }
})

function lastHolderOf(vault: Vault, row: MembershipRow) {
  return row.last_person && row.last_membership && row.last_kind && {
    person: row.last_person,
    membership: row.last_membership,
    kind: row.last_kind,
    name: maskedOf(vault, personName, row.last_name) ?? '',
    address: maskedOf(vault, membershipAddress, row.last_address) ?? '',
  }
}

const nextAfter = (row: MembershipRow) => `${row.asked_at.getTime()}_${row.id}`

function placeOf(after: string): { at: Date; id: string } {
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after) ?? []
  if (!at || !id) throw new Refused('bad_input', { fields: [{ path: '/after', message: 'pattern' }] })
  return { at: new Date(Number(at)), id }
}
