import { crossValidate, foldsByGroup, foldsOf, qualityOf, type Quality } from './folds.ts'
import { readLines } from './read-real.ts'

/**
 * Hotline cases about a city's rivers: which district, from title and words alone. Once in ten folds as they come, and once
 * with each river held out whole, so that no river's name was ever heard before.
 */
export function measureDistricts(): { as_they_come: Quality; rivers_unheard_of: Quality } {
  const rows = readLines<{ district: string | null; river: string | null; title: string; content: string }>('hotline-fuzhou/cases.jsonl.gz').filter((row) => row.district !== null)
  const examples = rows.map((row) => ({ said: { heading: row.title, words: row.content }, label: row.district! }))
  return {
    as_they_come: qualityOf(crossValidate(examples, foldsOf(examples.length, 10, 1))),
    rivers_unheard_of: qualityOf(crossValidate(examples, foldsByGroup(rows.map((row) => row.river ?? ''), 10, 1))),
  }
}
