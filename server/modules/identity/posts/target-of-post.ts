import type { Target } from '../authority.ts'
import type { PostRow } from './post.sql.ts'

type Row = Pick<PostRow, 'county' | 'town' | 'village' | 'grid' | 'body' | 'body_town' | 'body_village' | 'body_grid'>

/** Where a post's role reaches: over its region, and over what its body holds. */
export const targetOf = (post: Row & { categories?: string[] | null }): Target => ({
  place: { county: post.county, town: post.town, village: post.village, grid: post.grid },
  categories: post.categories ?? null,
  body: post.body,
  bodyPlace: { county: post.county, town: post.body_town, village: post.body_village, grid: post.body_grid },
})
