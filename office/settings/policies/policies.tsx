import { BookViews } from '../books/book-views.tsx'
import type { PartProps } from '../settings-page.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { PoliciesDraft } from './policies-draft.tsx'
import { PoliciesInForce } from './policies-in-force.tsx'
import { PolicyHistory } from './policy-history.tsx'

/** The county's rules: what holds, what may come, what was. */
export function Policies({ county, mayChange }: PartProps) {
  const { search } = useSettingsSearch()
  return (
    <>
      <BookViews mayChange={mayChange} />
      {search.view === 'history' && <PolicyHistory county={county} />}
      {search.view === 'draft' && mayChange && <PoliciesDraft county={county} />}
      {search.view === undefined && <PoliciesInForce county={county} />}
    </>
  )
}
