import type { Body } from '#contract/organisation.ts'

export type BodyKind = Body['kind']

/** In the order in which they are offered. The contract's list comes with TypeBox, which screens leave out. */
export const bodyKinds: readonly BodyKind[] = [
  'party_committee',
  'committee',
  'subdistrict',
  'department',
  'centre',
  'station',
  'chemical_park',
  'utility',
  'property_manager',
  'owners_committee',
  'social_organisation',
  'association',
  'company',
  'self_organised',
]
