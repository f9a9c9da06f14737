import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RequestCard } from '#contract/requests.ts'
import { Due } from '../controls/due.tsx'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { When } from '../controls/when.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { FreshLine } from '../list/fresh-line.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useDecidedWords } from './decided-line.tsx'
import { isGate } from './kinds.ts'
import { LeadersLoad } from './leaders-load.tsx'
import { Proposal } from './proposal.tsx'

/** What my bodies asked for, the newest first, and what came of it. */
export function Made({ county }: { county: number }) {
  const { t } = useSay()
  const pages = useInfiniteQuery({ ...readingPages('listRequests', { params: { county }, query: { side: 'made', limit: 30 } }), staleTime: 0 })
  const cards = pages.data?.pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'callback') ?? []
  return (
    <>
      <FreshLine county={county} rows={cards.map((card) => card.case)} appearing={['request.made']} readAt={pages.dataUpdatedAt} reload={() => pages.refetch()} />
      {pages.isPending && <Loading lines={9} />}
      {pages.isError && cards.length === 0 ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && cards.length === 0 ? <Empty title={t('office.requests.noneMade')} words={t('office.requests.noneMadeWords')} /> : null}
      <LeadersLoad load={pages.data?.pages[0]?.load ?? []} />
      {cards.length > 0 && (
        <ul className="decisions">
          {cards.map((card) => (
            <li key={card.id}>
              <MadeCard card={card} />
            </li>
          ))}
        </ul>
      )}
      <MorePages of={pages} />
    </>
  )
}

function MadeCard({ card }: { card: RequestCard }) {
  const { t, name } = useSay()
  const decidedWords = useDecidedWords()
  const { county, id, number, title } = card.case
  return (
    <article className="decision" aria-labelledby={`made-${card.id}`}>
      <header className="decision-head">
        <span className="decision-kind">{t(`casework.requests.${card.kind}`)}</span>
        <span className={card.ruling ? 'decision-ruling' : 'decision-ruling waits'}>{decidedWords(card)}</span>
        {card.ruling === null && (
          <span className="decision-due">
            <Due at={card.dueAt} />
          </span>
        )}
      </header>
      <h2 id={`made-${card.id}`}>
        <Link to="/$county/cases/$id" params={{ county, id }}>
          {title}
        </Link>
      </h2>
      <p className="decision-facts soft">
        <span className="figures">{number}</span>
        <When at={card.askedAt} />
        <span>{t(isGate(card) ? 'office.requests.ofLeader' : 'office.requests.of', { of: name(card.of.name) })}</span>
      </p>
      <Proposal request={card} />
      {card.ruledWords && (
        <p className="ruled-words">
          <span className="soft">{name(card.of.name)}</span> {card.ruledWords}
        </p>
      )}
    </article>
  )
}
