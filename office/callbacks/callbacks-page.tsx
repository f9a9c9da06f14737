import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Due } from '../controls/due.tsx'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { isTyping } from '../controls/is-typing.ts'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { OneCall } from './one-call.tsx'

const route = getRouteApi('/frame/$county/callbacks')
const pageSize = 30

/** Whom to call back, and the one that is being called. j and k walk the list; what was kept leads to the next. */
export function CallbacksPage() {
  const { t, name } = useSay()
  const county = useCounty()
  const { open } = route.useSearch()
  const navigate = useNavigate({ from: '/$county/callbacks' })
  const [said, setSaid] = useState('')
  const [hasActed, setHasActed] = useState(false)
  usePageTitle(t('office.calls.title'))
  const pages = useInfiniteQuery({ ...readingPages('listRequests', { params: { county }, query: { side: 'calls', limit: pageSize } }), staleTime: 0 })
  const cards = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const waiting = pages.data?.pages[0]?.waiting
  const at = Math.max(0, cards.findIndex(({ id }) => id === open))
  const card = cards[at]

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || (event.key !== 'j' && event.key !== 'k')) return
      const next = cards[event.key === 'j' ? at + 1 : at - 1]
      if (!next) return
      event.preventDefault()
      setHasActed(true)
      void navigate({ search: { open: next.id }, replace: true })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [cards, at, navigate])

  const done = (words: string) => {
    setSaid(words)
    setHasActed(true)
    const next = cards[at + 1] ?? cards[at - 1]
    void navigate({ search: { open: next?.id }, replace: true })
  }
  return (
    <section className="calls-page" aria-labelledby="calls-heading">
      <header className="list-head">
        <h1 id="calls-heading">{t('office.calls.title')}</h1>
        {waiting !== undefined && <p className="list-total">{t('office.calls.waiting', { count: waiting })}</p>}
        <p className="entry-keys wide-only">
          <kbd>j</kbd> {t('office.keys.next')} <kbd>k</kbd> {t('office.keys.previous')} <kbd>Ctrl ↵</kbd> {t('office.calls.keep')}
        </p>
      </header>
      <p className="said" aria-live="polite">
        {said && (
          <>
            <Icon name="check" /> {said}
          </>
        )}
      </p>
      {pages.isPending && <Loading lines={9} />}
      {pages.isError && cards.length === 0 ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && cards.length === 0 ? <Empty title={t('office.calls.none')} words={t('office.calls.noneWords')} /> : null}
      {card && (
        <div className="calls-columns">
          <nav aria-label={t('office.calls.list')}>
            <ul className="calls">
              {cards.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/$county/callbacks"
                    params={{ county }}
                    search={{ open: one.id }}
                    replace
                    className={one.id === card.id ? 'call call-current' : 'call'}
                    aria-current={one.id === card.id ? 'true' : undefined}
                  >
                    <span className="similar-words">{one.case.title}</span>
                    <span className="similar-line soft">
                      <span className="figures">{one.case.number}</span>
                      {one.case.category && <span>{name(one.case.category)}</span>}
                      {one.ground && <span>{t(`casework.requestGrounds.${one.ground}`)}</span>}
                      {one.tries > 0 && <span className="waits">{t('office.calls.tries', { count: one.tries })}</span>}
                      <Due at={one.dueAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <MorePages of={pages} />
          </nav>
          <OneCall key={card.id} county={county} id={card.case.id} request={card.id} takesFocus={hasActed} done={done} />
        </div>
      )}
    </section>
  )
}
