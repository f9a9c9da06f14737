import { BookViews } from '../books/book-views.tsx'
import type { PartProps } from '../settings-page.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { RoutingDraft } from './routing-draft.tsx'
import { RoutingHistory } from './routing-history.tsx'
import { RoutingInForce } from './routing-in-force.tsx'

/** The routing catalogue: what holds, what may come, what was. */
export function Routing({ county, mayChange }: PartProps) {
  const { search } = useSettingsSearch()
  return (
    <>
      <BookViews mayChange={mayChange} />
      {search.view === 'history' && <RoutingHistory county={county} />}
      {search.view === 'draft' && mayChange && <RoutingDraft county={county} />}
      {search.view === undefined && <RoutingInForce county={county} />}
    </>
  )
}
