import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { MaskedValue } from '../case/masked-value.tsx'
import { ThreeFacts } from '../case/three-facts.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { When } from '../controls/when.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { CallForm } from './call-form.tsx'

interface Props {
  county: number
  id: string
  request: string
  takesFocus: boolean
  done: (said: string) => void
}

/** Whom to call, what they said, what they were answered and how they rated it; and what the call finds. */
export function OneCall({ county, id, request: requestId, takesFocus, done }: Props) {
  const { t, name } = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { data: subject, error, refetch } = useQuery(reading('readCase', { params: { county, id } }))
  const isHere = subject !== undefined
  useEffect(() => {
    if (isHere && takesFocus) heading.current?.focus()
  }, [isHere, takesFocus])
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!subject) return <Loading lines={6} />
  const request = subject.requests.find((one) => one.id === requestId)
  const answer = subject.steps.findLast(({ kind }) => kind === 'case.answered')
  const [appeal] = subject.appeals
  return (
    <article className="one-call" aria-labelledby="call-heading">
      <h2 id="call-heading" ref={heading} tabIndex={-1}>
        <Link to="/$county/cases/$id" params={{ county, id }}>
          {subject.number}
        </Link>
        {request?.ground && <span className="call-why">{t(`casework.requestGrounds.${request.ground}`)}</span>}
      </h2>
      {appeal && (
        <dl className="facts">
          {appeal.name && <MaskedValue label={t('office.case.people.name')} masked={appeal.name} county={county} subject={id} />}
          {appeal.phone && <MaskedValue label={t('office.case.people.phone')} masked={appeal.phone} county={county} subject={id} />}
          <div className="fact">
            <dt>{t('office.calls.said')}</dt>
            <dd className="call-words">{appeal.words}</dd>
          </div>
          <div className="fact">
            <dt>{t('office.calls.answer')}</dt>
            <dd className="call-words">
              {answer?.words ?? t('office.calls.noAnswer')}
              {answer && (
                <span className="soft call-by">
                  {answer.body && name(answer.body)} <When at={answer.at} />
                </span>
              )}
            </dd>
          </div>
        </dl>
      )}
      {appeal && !appeal.phone ? <p className="quiet-line">{t('office.calls.noPhone')}</p> : null}
      <ThreeFacts subject={subject} />
      {request?.ruling === null && request.mine ? <CallForm key={request.id} subject={subject} request={request} done={done} /> : null}
    </article>
  )
}
