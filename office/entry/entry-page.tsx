import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { Caller } from './caller.tsx'
import { dialled, isPhone } from './entry-draft.ts'
import { Entered } from './entered.tsx'
import { EntryForm } from './entry-form.tsx'
import { KnownCases } from './known-cases.tsx'
import { Script } from './script.tsx'
import { useEntry } from './use-entry.ts'

const route = getRouteApi('/frame/$county/entry')

/** One screen for whoever answers the telephone: who calls, what to ask, what is said, and the number to read out. */
export function EntryPage() {
  const { t } = useSay()
  const county = useCounty()
  const entry = useEntry(county)
  const { draft, entered } = entry
  const popped = usePopped((phone) => entry.change({ phone, channel: 'hotline' }), draft.phone === '' && draft.words === '')
  usePageTitle(t('office.entry.title'))
  const { clear, change, goOn } = entry
  const takePopped = useCallback(() => {
    clear()
    change({ phone: popped.phone, channel: 'hotline' })
    popped.done()
  }, [clear, change, popped])
  return (
    <section className="entry-page" aria-labelledby="entry-heading">
      <header className="list-head">
        <h1 id="entry-heading">{t('office.entry.title')}</h1>
        <p className="entry-keys wide-only" aria-label={t('office.entry.keys.label')}>
          <kbd>Tab</kbd> {t('office.entry.keys.next')} <kbd>← →</kbd> {t('office.entry.keys.choose')} <kbd>Ctrl ↵</kbd> {t('office.entry.keys.send')} <kbd>N</kbd> {t('office.entry.keys.another')}
        </p>
        <span className="list-tools">
          <Link to="/$county/entry/paper" params={{ county }} className="quiet-button">
            <Icon name="print" /> {t('office.entry.paper.open')}
          </Link>
        </span>
      </header>
      {popped.phone && (
        <p className="quiet-line entry-popped" role="alert">
          {t('office.entry.popped', { phone: popped.phone })} <Button onClick={takePopped}>{t('office.entry.takePopped')}</Button>
        </p>
      )}
      {entered ? (
        <Entered county={county} entered={entered} channel={draft.channel} count={entry.count} goOn={goOn} />
      ) : (
        <div className="entry-columns">
          <EntryForm key={draft.key} county={county} entry={entry} />
          <div className="entry-help">
            <Caller county={county} phone={draft.phone} />
            <Script county={county} category={draft.category} region={draft.region} />
            <KnownCases county={county} words={draft.words} category={draft.category} village={draft.region} />
          </div>
        </div>
      )}
    </section>
  )
}

/**
 * The number that a telephony system opened the page with. It fills an empty form at once and is taken out of the address,
 * so that no history holds it; a form in use keeps what it has, and the new call is offered.
 */
function usePopped(take: (phone: string) => void, isEmpty: boolean) {
  const { phone: given } = route.useSearch()
  const navigate = useNavigate({ from: '/$county/entry' })
  const [phone, setPhone] = useState('')
  useEffect(() => {
    if (given === undefined) return
    const number = dialled(given)
    if (isPhone(number)) {
      if (isEmpty) take(number)
      else setPhone(number)
    }
    void navigate({ search: {}, replace: true })
    // Once for each call that comes in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [given])
  return { phone, done: () => setPhone('') }
}
