import type { RegionRow } from '#contract/regions.ts'
import type { ListedRegion } from './region.sql.ts'

/** A region as the API lists it. */
export const rowOf = ({ id, parent, level, code, name, validFrom, validTo, hasBoundary, children }: ListedRegion): RegionRow =>
  ({ id, parent, level, code, name, validFrom, validTo, hasBoundary, children })
