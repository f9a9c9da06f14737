import { useState } from 'react'
import type { RequestCard } from '#contract/requests.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { FreshLine } from '../list/fresh-line.tsx'
import { useSay } from '../say.ts'
import { BeyondLimit } from './beyond-limit.tsx'
import { ApproveMany } from './approve-many.tsx'
import { DecidedLine } from './decided-line.tsx'
import { DecisionCard } from './decision-card.tsx'
import { isOpen } from './kinds.ts'
import { useApproveMany } from './use-approve-many.ts'
import { withinLimit } from './within-limit.ts'
import { useCardKeys } from './use-card-keys.ts'
import type { Decisions } from './use-decisions.ts'

/** What brings a new card, or takes one away. */
const appearing = ['request.made', 'case.supervised', 'request.undone']

/** One card per decision that waits, those made just now folded into a line. */
export function Waiting({ county, decisions }: { county: number; decisions: Decisions }) {
  const { t } = useSay()
  const { pages, cards, decided } = decisions
  const many = useApproveMany(county, decisions)
  // The focus follows what was pressed: into the line that a card became, and back.
  const [last, setLast] = useState<string>()
  useCardKeys()
  const [isBeyond, setIsBeyond] = useState(false)
  const { shown, held } = withinLimit(cards, isBeyond ? undefined : decisions)
  const rows = cards.filter(isOpen).map((card) => card.case)
  const caseOf = ({ case: { id, version } }: RequestCard) => ({ county, id, version })
  return (
    <>
      <FreshLine county={county} rows={rows} appearing={appearing} readAt={pages.dataUpdatedAt} reload={() => pages.refetch()} />
      {pages.isPending && <Loading lines={9} />}
      {pages.isError && cards.length === 0 ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && cards.length === 0 ? <Empty title={t('office.requests.none')} words={t('office.requests.noneWords')} /> : null}
      {cards.length > 0 && (
        <ul className="decisions">
          {shown.map((card) => (
            <li key={card.id}>
              {isOpen(card) ? (
                <DecisionCard
                  card={card}
                  isSelected={many.has(card.id)}
                  toggle={() => many.toggle(card.id)}
                  refused={many.refusalOf(card.id)}
                  takesFocus={last === card.id}
                  decided={(after) => {
                    setLast(card.id)
                    decided(card, after)
                  }}
                />
              ) : (
                <DecidedLine
                  on={caseOf(card)}
                  request={card}
                  about={card.case}
                  takesFocus={last === card.id}
                  undone={(after) => {
                    setLast(card.id)
                    decided(card, after)
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {held > 0 && <BeyondLimit county={county} count={(decisions.waiting ?? cards.length) - shown.filter(isOpen).length} limit={decisions.limit ?? 0} show={() => setIsBeyond(true)} />}
      {held === 0 && <MorePages of={pages} />}
      <ApproveMany many={many} />
    </>
  )
}
