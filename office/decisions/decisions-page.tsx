import { getRouteApi, Link } from '@tanstack/react-router'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { Made } from './made.tsx'
import { useDecisions } from './use-decisions.ts'
import { Waiting } from './waiting.tsx'

const route = getRouteApi('/frame/$county/decisions')

/** What waits for my decision; or what my bodies asked others to decide. */
export function DecisionsPage() {
  const { t } = useSay()
  const county = useCounty()
  const { side = 'mine' } = route.useSearch()
  const decisions = useDecisions(county)
  usePageTitle(t('office.requests.title'))
  return (
    <section className="decisions-page" aria-labelledby="decisions-heading">
      <header className="list-head">
        <h1 id="decisions-heading">{t('office.requests.title')}</h1>
        {decisions.waiting !== undefined && (
          <dl className="decisions-load" aria-live="polite">
            <div>
              <dt>{t('office.requests.waiting')}</dt>
              <dd className="figures">{decisions.waiting}</dd>
            </div>
            <div>
              <dt>{t('office.requests.decidedToday')}</dt>
              <dd className="figures">{decisions.decidedToday}</dd>
            </div>
          </dl>
        )}
      </header>
      <nav className="views decisions-sides" aria-label={t('office.requests.tabs.label')}>
        {(['mine', 'made'] as const).map((one) => (
          <Link
            key={one}
            to="/$county/decisions"
            params={{ county }}
            search={one === 'made' ? { side: one } : {}}
            className={one === side ? 'view view-current' : 'view'}
            aria-current={one === side ? 'page' : undefined}
          >
            {t(`office.requests.tabs.${one}`)}
          </Link>
        ))}
      </nav>
      {side === 'mine' ? <Waiting county={county} decisions={decisions} /> : <Made county={county} />}
    </section>
  )
}
