import { differencesOf } from './difference.ts'
import type { RoutingNames } from './recall-routing.ts'
import type { Catalogue } from './route.ts'

const changesShownMax = 200

/** A catalogue as the API shows it. */
export const shown = ({ owners, guides, backstop, entries }: Catalogue, names: RoutingNames) => ({
  owners: owners.map(({ key, name }) => ({ key, name })),
  guides: guides.map(({ category, words }) => ({ category, words, categoryName: names.category(category) })),
  backstop: backstop ? names.body(backstop) : null,
  entries: entries.map(names.entry),
})

/** What one changes of another, as the API shows it. */
export function changesShown(before: Catalogue, after: Catalogue, names: RoutingNames) {
  const { entries, terms } = differencesOf(before, after)
  const of = (kind: string) => entries.filter((one) => one.kind === kind).length
  return {
    changes: entries.slice(0, changesShownMax).map(({ kind, before: was, after: is }) => ({ kind, before: was && names.entry(was), after: is && names.entry(is) })),
    changed: { added: of('added'), removed: of('removed'), changed: of('changed'), terms },
  }
}
