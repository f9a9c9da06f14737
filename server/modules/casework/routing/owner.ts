import type { Refusal } from '#server/kernel/refusal.ts'
import type { Catalogue } from './route.ts'

/** Why that can't be whose the asset is: the catalogue in force knows no such kind of owner. Null: it is not known. */
export const whyNotOwner = ({ owners }: Pick<Catalogue, 'owners'>, owner: string | null | undefined): Refusal | undefined =>
  owner == null || owners.some(({ key }) => key === owner) ? undefined : 'case.owner_unknown'
