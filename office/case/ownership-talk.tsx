import type { Case } from '#contract/cases.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { Due } from '../controls/due.tsx'
import { When } from '../controls/when.tsx'
import { Decide } from '../decisions/decide.tsx'
import { isWhose } from '../decisions/kinds.ts'
import { useSay } from '../say.ts'

/** Whose is it: what was asked, and the word of each in turn, as a small conversation. */
export function OwnershipTalk({ subject }: { subject: Case }) {
  const { t, name } = useSay()
  const said = subject.requests.filter(isWhose)
  const asked = said.find(({ kind }) => kind === 'ownership')
  if (!asked) return null
  return (
    <section className="side-part" aria-labelledby="talk-heading">
      <h2 id="talk-heading">{t('office.requests.talk.heading')}</h2>
      <ol className="requests talk">
        <li className="request">
          <p className="request-head"><span>{name(asked.by.name)}</span> <span className="soft"><When at={asked.askedAt} /></span></p>
          {asked.words && <p className="ruled-words">{asked.words}</p>}
        </li>
        {said.map((one) => <Word key={one.id} subject={subject} request={one} />)}
      </ol>
    </section>
  )
}

function Word({ subject: { county, id, version, clocks }, request }: { subject: Case; request: CaseRequest }) {
  const { t, name } = useSay()
  const word = useWord()
  const isOpen = request.ruling === null
  const isLate = clocks.some((clock) => clock.request === request.id && clock.breachedAt)
  const { ground, proposed, ruledWords, ruledAt } = request
  return (
    <li className={isOpen ? 'request' : 'request request-over'}>
      <p className="request-head">
        <span>{request.kind === 'ownership' ? name(request.of.name) : t(`casework.requests.${request.kind}`)}</span>
        {isOpen ? <Due at={request.dueAt} /> : ruledAt && <span className="soft"><When at={ruledAt} /></span>}
      </p>
      <p>{word(request, isLate)}</p>
      {ground && <p className="task-line">{t(`casework.returnGrounds.${ground}`)}</p>}
      {proposed && <p className="task-line">{t('office.requests.talk.proposed', { body: name(proposed.name) })}</p>}
      {ruledWords && <p className="ruled-words">{ruledWords}</p>}
      {isOpen && request.mine ? <Decide on={{ county, id, version }} request={request} decided={() => {}} /> : null}
    </li>
  )
}

function useWord() {
  const { t, name } = useSay()
  return ({ kind, ruling, by, of, lead }: CaseRequest, isLate: boolean): string => {
    const whose = { of: name(of.name), body: name((lead ?? by).name) }
    if (kind === 'ownership') {
      if (ruling === null) return t('office.requests.talk.none')
      if (ruling === 'lapsed') return t(isLate ? 'office.requests.talk.late' : 'office.requests.talk.over')
      return t(ruling === 'granted' ? 'office.requests.talk.takes' : 'office.requests.talk.notOurs')
    }
    const isTaking = kind === 'ownership_taking'
    if (ruling === null) return t(isTaking ? 'office.requests.talk.waits' : 'office.requests.talk.waitsRuling', whose)
    if (ruling === 'refused') return t('office.requests.talk.refused', whose)
    if (ruling === 'lapsed') return t('office.requests.talk.over')
    return t(isTaking ? 'office.requests.talk.settled' : 'office.requests.talk.ruled', whose)
  }
}
