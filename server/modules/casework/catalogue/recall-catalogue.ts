import type { InBoth } from '#contract/wire.ts'
import type { Database } from '#server/kernel/database.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { categoryRows, policyRows, type CategoryRow } from './catalogue.sql.ts'
import { defaultRules, type Policy, type PolicyRules } from '../cases/policy.ts'

interface Reading {
  db: Database
  memory: Memory
}

/** What can be reported in a county, by key; ended categories too, since old cases name them. */
export function knownCategories({ db, memory }: Reading, county: number): Promise<ReadonlyMap<string, CategoryRow>> {
  return memory.recall('categories', String(county), async () => new Map((await categoryRows(db, county)).map((row) => [row.key, row])))
}

export const categoryName = (row: CategoryRow | undefined): InBoth | null =>
  row ? { zh: row.name_zh, ...(row.name_en && { en: row.name_en }) } : null

/** The rules of a county: the version in force for a category, and any version that an older case began under. */
export interface Policies {
  inForce(category: string | undefined, now: Date): Policy
  version(version: number): PolicyRules
}

export function knownPolicies({ db, memory }: Reading, county: number): Promise<Policies> {
  return memory.recall('policies', String(county), async () => {
    const rows = await policyRows(db, county)
    const rulesOf = (row: (typeof rows)[number] | undefined): PolicyRules => ({ ...defaultRules, ...row?.rules })
    return {
      inForce(category, now) {
        const effective = rows.filter((row) => row.effective_from <= now)
        const row = effective.find((one) => one.category !== null && one.category === category) ?? effective.find((one) => one.category === null)
        return { version: row?.version ?? 0, rules: rulesOf(row) }
      },
      version: (version) => rulesOf(rows.find((row) => row.version === version)),
    }
  })
}

/** @throws Refused category.not_found where it is named and can't be chosen */
export async function refuseUnknownCategory(reading: Reading, county: number, category: string | undefined): Promise<void> {
  if (category === undefined) return
  const row = (await knownCategories(reading, county)).get(category)
  refuseIf(row && row.ended_at === null ? undefined : 'category.not_found')
}
