// npm run bench -- advice: how well the help with sorting and dispatching guesses, on real records that lie beside the project.
import { measureCategories } from './categories.ts'
import { measureDistricts } from './districts.ts'
import { measureDuplicates, type Duplicates, type Ranked } from './duplicates.ts'
import type { Quality } from './folds.ts'
import { hasReal } from './read-real.ts'

export interface Advised {
  category: Quality
  district: { as_they_come: Quality; rivers_unheard_of: Quality }
  duplicates: Duplicates
  seconds: { category: number; district: number; duplicates: number }
}

/** Undefined where the records are missing. */
export function measureAdvice(say: (what: string) => void): Advised | undefined {
  if (!hasReal()) return undefined
  const seconds: Record<string, number> = {}
  const timed = <T>(name: string, measure: () => T): T => {
    say(`Measuring ${name} …`)
    const began = performance.now()
    const measured = measure()
    seconds[name] = Math.round((performance.now() - began) / 100) / 10
    return measured
  }
  const [category, district, duplicates] = [timed('category', measureCategories), timed('district', measureDistricts), timed('duplicates', measureDuplicates)]
  return { category, district, duplicates, seconds: seconds as Advised['seconds'] }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** The table that a person reads. */
export function adviceTable({ category, district, duplicates }: Advised): string {
  const sorted = (name: string, one: Quality, trivial: string, wanted: string) =>
    `| ${name} | ${one.n} | ${percent(one.accuracy)} | ${one.macro_f1.toFixed(3)} | ${percent(one.coverage)} | ${percent(one.accuracy_when_suggested)} | ${trivial} | ${wanted} |`
  const ranked = (name: string, one: Ranked, trivial = '', wanted = '') => `| ${name} | ${percent(one.of_all)} | ${percent(one.of_possible)} | ${trivial} | ${wanted} |`
  return [
    '| by words | n | right | macro-F1 | suggested | right when suggested | trivial | to reach |', '|---|---|---|---|---|---|---|---|',
    sorted('category, ten folds', category, '66.6 %, 0.601', '76 %, 0.72'),
    sorted('district, ten folds', district.as_they_come, '67–71 %', '80 %'),
    sorted('district, rivers never heard of', district.rivers_unheard_of, '', ''),
    '', `| the right one first, of ${duplicates.links} links | of all | of the ${duplicates.possible} whose right one came earlier | trivial | to reach |`, '|---|---|---|---|---|',
    ranked('nearest of its kind within 30 m and 14 days', duplicates.nearest_30m_14days, '44 %'),
    ranked('nearest of its kind within 100 m and 60 days', duplicates.nearest_100m_60days, '53 %'),
    ranked('place, time and kind, weighed', duplicates.place_time_kind),
    ranked('and whether it was open, and the first there', duplicates.and_open),
    ranked('and without what was merged before', duplicates.and_merged, '', '65 %'),
    ranked('among the first five', duplicates.among_first_five),
    ranked('only where words are known, without words', duplicates.without_words),
    ranked('only where words are known, with words', duplicates.with_words),
  ].join('\n')
}
