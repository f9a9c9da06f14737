import { crossValidate, foldsOf, qualityOf, type Quality } from './folds.ts'
import { readLines } from './read-real.ts'

/** Residents' messages to a city, sorted into seven classes by its officials: ten folds. */
export function measureCategories(): Quality {
  const rows = readLines<{ title: string; detail: string; label: string }>('messages-changsha/labelled.jsonl.gz')
  const examples = rows.map((row) => ({ said: { heading: row.title, words: row.detail }, label: row.label }))
  return qualityOf(crossValidate(examples, foldsOf(examples.length, 10, 1)))
}
