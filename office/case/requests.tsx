import { useState } from 'react'
import type { Case } from '#contract/cases.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { Due } from '../controls/due.tsx'
import { When } from '../controls/when.tsx'
import { Decide } from '../decisions/decide.tsx'
import { DecidedLine, useDecidedWords } from '../decisions/decided-line.tsx'
import { LoadOfLead } from '../decisions/load-of-lead.tsx'
import { isGate, isOpen, isSettling, isWhose } from '../decisions/kinds.ts'
import { Proposal } from '../decisions/proposal.tsx'
import { useSay } from '../say.ts'

/** A decision that I may make, or undo. */
export const waitsForMe = ({ kind, mine }: CaseRequest) => mine && kind !== 'callback'

/** What one body asked another to decide: what is open first, with the decision where it is mine, then what was decided. */
export function Requests({ subject }: { subject: Case }) {
  const { t } = useSay()
  // A call to the resident decides nothing: it has a list of its own; whose it is, is talked about elsewhere.
  const requests = subject.requests.filter((one) => one.kind !== 'callback' && !isWhose(one))
  const waiting = requests.filter((one) => isOpen(one) || isSettling(one))
  const over = requests.filter((one) => !waiting.includes(one))
  if (requests.length === 0) return null
  return (
    <section className="side-part" aria-labelledby="requests-heading">
      <h2 id="requests-heading">{t('office.requests.heading')}</h2>
      {waiting.length > 0 && (
        <ul className="requests">
          {waiting.map((request) => (
            <Waiting key={request.id} subject={subject} request={request} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <details className={waiting.length > 0 ? 'requests-earlier' : undefined} open={waiting.length === 0}>
          <summary>{t('office.requests.earlier', { count: over.length })}</summary>
          <ul className="requests">
            {over.toReversed().map((request) => (
              <Over key={request.id} request={request} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Waiting({ subject: { county, id, version }, request }: { subject: Case; request: CaseRequest }) {
  const { t, name } = useSay()
  const decidedWords = useDecidedWords()
  const [acted, setActed] = useState(false)
  const on = { county, id, version }
  const settles = isSettling(request)
  return (
    <li className="request">
      <p className="request-head">
        <span>{t(`casework.requests.${request.kind}`)}</span>
        {settles ? null : <Due at={request.dueAt} />}
      </p>
      <Proposal request={request} />
      <LoadOfLead county={county} request={request} />
      {!request.mine && (
        <p className="task-line soft">
          {settles
            ? t('office.requests.ruledBy', { of: name(request.of.name), ruling: decidedWords(request) })
            : t(isGate(request) ? 'office.requests.ofLeader' : 'office.requests.of', { of: name(request.of.name) })}
        </p>
      )}
      {request.mine && !settles ? <Decide on={on} request={request} decided={() => setActed(true)} /> : null}
      {request.mine && settles ? <DecidedLine on={on} request={request} takesFocus={acted} undone={() => setActed(false)} /> : null}
    </li>
  )
}

function Over({ request }: { request: CaseRequest }) {
  const { t, name } = useSay()
  const decidedWords = useDecidedWords()
  return (
    <li className="request request-over">
      <p className="request-head">
        <span>{t(`casework.requests.${request.kind}`)}</span>
        <span>{decidedWords(request)}</span>
      </p>
      <Proposal request={request} />
      {request.ruledWords && <p className="ruled-words">{request.ruledWords}</p>}
      {request.ruledAt && (
        <p className="task-line soft">
          {name(request.of.name)} · <When at={request.ruledAt} />
        </p>
      )}
    </li>
  )
}
