import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { timeWords } from '#screen/time.ts'
import { Icon } from '../controls/icon.tsx'
import { useReason } from '../controls/why.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { drop, tryAgain, usePatrol } from './patrol-store.ts'

/** What waits on the phone, and to whom went what is gone. */
export function Queue({ county, person }: { county: number; person: string }) {
  const { t, name } = useSay()
  const reason = useReason()
  const reader = useReader()
  const view = usePatrol()
  const waiting = view.waiting.filter((one) => one.person === person).toSorted((one, other) => (one.seenAt < other.seenAt ? -1 : 1))
  const sent = view.sent.filter((one) => one.person === person)
  return (
    <>
      {waiting.length > 0 && (
        <section className="patrol-part" aria-labelledby="waiting-heading">
          <h2 id="waiting-heading">{t('office.patrol.waiting', { count: waiting.length })}</h2>
          <p className="soft">{t('office.patrol.waitingHint')}</p>
          {view.isSignedOut && (
            <p className="quiet-line" role="alert">
              {t('office.patrol.signedOut')}{' '}
              <Link to="/sign-in" search={{ back: `/${county}/patrol` }}>
                {t('office.signIn.title')}
              </Link>
            </p>
          )}
          <ul className="patrol-list">
            {waiting.map((one) => (
              <li key={one.key}>
                <p className="patrol-words">{one.words}</p>
                <p className="similar-line soft">
                  <span>{timeWords(one.seenAt, reader)}</span>
                  {one.photos.length > 0 && <span>{t('office.requests.photos', { count: one.photos.length })}</span>}
                  {!one.refused && <span className="waits">{t(view.sending === one.key ? 'office.patrol.sending' : 'office.patrol.waits')}</span>}
                </p>
                {one.refused && (
                  <div role="alert">
                    <p className="field-error">{reason(one.refused)}</p>
                    <p className="patrol-acts">
                      <Button onClick={() => void tryAgain(one.key, person)}>{t('office.again')}</Button>
                      <Button onClick={() => void drop(one.key)}>{t('office.patrol.drop')}</Button>
                    </p>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {sent.length > 0 && (
        <section className="patrol-part" aria-labelledby="sent-heading">
          <h2 id="sent-heading">{t('office.patrol.sent', { count: sent.length })}</h2>
          <ul className="patrol-list">
            {sent.slice(0, 20).map((one) => (
              <li key={one.key}>
                <Link to="/$county/cases/$id" params={{ county: one.county, id: one.id }} className="similar-words">
                  {one.words}
                </Link>
                <p className="patrol-gone">
                  <Icon name="check" />{' '}
                  {one.joined ? t('codes.report.joined', { number: one.number }) : one.lead
                    ? t(one.state === 'dispatched' ? 'office.entry.done.dispatched' : 'office.entry.done.waits', { lead: name(one.lead) })
                    : t('office.entry.done.at', { desk: name(one.desk) })}
                </p>
                <p className="similar-line soft">
                  <span className="figures">{one.number}</span>
                  <span>{timeWords(one.sentAt, reader)}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
