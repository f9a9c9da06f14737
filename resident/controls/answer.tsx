import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Refused } from '#screen/api.ts'
import { refusalWords } from '#screen/words.ts'
import { meKey } from '../asking/me.ts'
import { AlertIcon, NoNetworkIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { Button } from './button.tsx'
import './answer.css'

/** The part of a query that this needs: one page or many. */
interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  isFetching: boolean
  refetch: () => Promise<unknown>
}

interface Props<Data> {
  of: Asked<Data>
  /** Drawn while nothing is known, as large as what will come, so that nothing jumps. */
  skeleton: ReactNode
  children: (data: Data) => ReactNode
}

/** An answer of the server in all its states: waiting, failed, without network, there (and perhaps old). */
export function Answer<Data>({ of, skeleton, children }: Props<Data>) {
  const t = useWords()
  if (of.data !== undefined) return children(of.data)
  if (of.error && !of.isFetching) return <NoAnswer error={of.error} onAgain={() => void of.refetch()} />
  return (
    <div className="answer-waiting">
      <output className="unseen">{t('answer.waiting')}</output>
      <div aria-hidden="true">{skeleton}</div>
    </div>
  )
}

/** Why there is nothing to show, and what to do about it. */
export function NoAnswer({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useWords()
  const [path] = useLocation()
  const refused = error instanceof Refused
  const status = refused ? error.problem.status : null
  // Looked up, not asked: to ask here would end this very answer, and come back to it, for ever.
  const isNobody = useQueryClient().getQueryData(meKey) === null
  // Whoever has not signed in is not told that it is there: it may be their own.
  const maySignIn = status === 401 || (status === 404 && isNobody)
  return (
    <div className="no-answer" role="alert">
      {refused ? <AlertIcon size={32} /> : <NoNetworkIcon size={32} />}
      <p className="no-answer-title">{refused ? refusalWords(error.problem) : t('answer.noNetwork')}</p>
      {!refused && <p className="faint">{t('answer.noNetworkMore')}</p>}
      {maySignIn && <Link href={`/sign-in?then=${encodeURIComponent(path)}`} className="button fill">{t('signIn.title')}</Link>}
      {status === 404 && <Link href="/" className="button line">{t('frame.toHome')}</Link>}
      {status !== 401 && status !== 404 && <Button onClick={onAgain}>{t('answer.again')}</Button>}
    </div>
  )
}

/** The words for something that failed after a press, for use beside the button that was pressed. */
export function useFailureWords() {
  const t = useWords()
  return (error: unknown) => (error instanceof Refused ? refusalWords(error.problem) : t('answer.noNetwork'))
}
