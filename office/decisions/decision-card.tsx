import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RequestCard } from '#contract/requests.ts'
import { Due } from '../controls/due.tsx'
import { When } from '../controls/when.tsx'
import { useReason } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { Background } from './background.tsx'
import { ClampedWords } from './clamped-words.tsx'
import { Decide } from './decide.tsx'
import { InstructHere } from './instruct-here.tsx'
import { isGate, isReview } from './kinds.ts'
import { LoadOfLead } from './load-of-lead.tsx'
import { Proposal } from './proposal.tsx'
import type { Decided } from './use-decide.ts'

interface Props {
  card: RequestCard
  isSelected: boolean
  toggle: () => void
  /** Why it was not approved together with others. */
  refused: string | undefined
  /** It waits again: the focus comes back to it. */
  takesFocus: boolean
  decided: (after: Decided) => void
}

/** One card: everything that the decision needs, and the decision. */
export function DecisionCard({ card, isSelected, toggle, refused, takesFocus, decided }: Props) {
  const { t, name } = useSay()
  const { may } = useSession()
  const reason = useReason()
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) article.current?.querySelector<HTMLElement>('h2 a')?.focus()
    // Only when the card comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const { county, id, number, title, words, category, place, receivedAt, photos, petition, breached, returns, reopened, version } = card.case
  const facts = [
    place.map(name).join(' '),
    category && name(category),
    returns > 0 && t('office.requests.returns', { count: returns }),
    reopened > 0 && t('office.requests.reopened', { count: reopened }),
    photos > 0 && t('office.requests.photos', { count: photos }),
  ].filter(Boolean)
  return (
    <article ref={article} className={isSelected ? 'decision decision-selected' : 'decision'} aria-labelledby={`decision-${card.id}`}>
      <header className="decision-head">
        {isGate(card) && (
          <label className="decision-select">
            <input type="checkbox" checked={isSelected} aria-label={t('office.requests.select', { number })} onChange={toggle} />
          </label>
        )}
        <span className="decision-kind">{t(`casework.requests.${card.kind}`)}</span>
        {petition && <span className={breached ? 'case-mark case-mark-late' : 'case-mark'}>{t('office.requests.petition')}</span>}
        <span className="decision-due">
          <Due at={card.dueAt} />
        </span>
      </header>
      <h2 id={`decision-${card.id}`}>
        <Link to="/$county/cases/$id" params={{ county, id }}>
          {title}
        </Link>
      </h2>
      <p className="decision-facts soft">
        <span className="figures">{number}</span>
        <span>
          {t('office.requests.received')} <When at={receivedAt} />
        </span>
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
      </p>
      {words && words !== title ? <ClampedWords words={words} /> : null}
      <Proposal request={card} />
      <LoadOfLead county={county} request={card} />
      <Background county={county} id={id} />
      {refused && (
        <p className="field-error" role="alert">
          {reason(refused)}
        </p>
      )}
      {card.mine && <Decide on={{ county, id, version }} request={card} decided={decided} />}
      {card.mine && may('gate.decide') && !isReview(card) ? <InstructHere on={{ county, id, version }} request={card} /> : null}
    </article>
  )
}
