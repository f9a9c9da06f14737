import { useEffect, useRef } from 'react'
import type { CaseRequest } from '#contract/requests.ts'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { isGate, isOnSite, isReview } from './kinds.ts'
import { useSecondsLeft } from './use-seconds-left.ts'
import { useUndo, type Decided, type OnCase } from './use-decide.ts'

interface Props {
  on: OnCase
  request: CaseRequest
  /** What the line is about, where it stands alone. */
  about?: { number: string; title: string }
  /** It was decided just now: the focus goes where it can be undone. */
  takesFocus?: boolean
  undone: (after: Decided) => void
}

/** A decision in one line: what it was, when it takes effect, and the way back for as long as there is one. */
export function DecidedLine({ on, request, about, takesFocus = false, undone }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const line = useRef<HTMLDivElement>(null)
  const seconds = useSecondsLeft(request.effectiveAt)
  const { undo, isSending, error, hasChanged } = useUndo(on, request, undone)
  const said = useDecidedWords()(request)
  useEffect(() => {
    if (takesFocus) (line.current?.querySelector<HTMLElement>('button') ?? line.current)?.focus()
    // Only when the line comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className="decided" ref={line} tabIndex={-1}>
      <p className="decided-what">
        <Icon name={request.ruling === 'refused' ? 'back' : 'check'} />
        <span>
          <strong>{said}</strong>{' '}
          {isGate(request) && (
            <span className="decided-when figures" aria-hidden="true">
              {seconds > 0 ? t('office.requests.effectIn', { seconds }) : t('office.requests.inEffect')}
            </span>
          )}
          {about && (
            <span className="decided-about">
              <span className="figures">{about.number}</span> {about.title}
            </span>
          )}
        </span>
      </p>
      {isGate(request) && seconds > 0 ? (
        <button type="button" className="quiet-button decided-button" disabled={isSending} onClick={undo}>
          {t('office.requests.undo')}
          {about && <span className="sr-only"> {about.number}</span>}
        </button>
      ) : null}
      {hasChanged || error ? (
        <p className="field-error" role="alert">
          {error ? why(error) : t('office.requests.tooLate')}
        </p>
      ) : null}
    </div>
  )
}

/** The decision in words. */
export function useDecidedWords() {
  const { t, name } = useSay()
  return ({ kind, ruling, lead }: Pick<CaseRequest, 'kind' | 'ruling' | 'lead'>): string => {
    if (ruling === null) return t('office.requests.open')
    if (kind === 'ownership' && ruling !== 'lapsed') return t(ruling === 'granted' ? 'office.requests.talk.takes' : 'office.requests.talk.notOurs')
    if (isOnSite({ kind }) && (ruling === 'granted' || ruling === 'refused')) return t(`office.requests.site.${ruling === 'granted' ? 'yes' : 'no'}.${kind}`)
    if (isReview({ kind }) && ruling !== 'lapsed') return t(`casework.opinions.${ruling === 'granted' ? 'redo' : ruling === 'changed' ? 'change' : 'uphold'}`)
    if (ruling === 'changed' && lead) return t('office.requests.decided.changedTo', { lead: name(lead.name) })
    if (ruling === 'refused' && isGate({ kind })) return t('office.requests.decided.sentBack')
    return t(`office.requests.decided.${ruling}`)
  }
}
