import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePageTitle } from '../controls/page-title.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty, useSession } from '../session.ts'
import { Reports } from './reports.tsx'
import { DigestOf } from './digest-of.tsx'
import { Made } from './made.tsx'
import { useDecisions } from './use-decisions.ts'
import { Waiting } from './waiting.tsx'

const route = getRouteApi('/frame/$county/decisions')

/** What waits for my decision; or what my bodies asked others to decide. */
export function DecisionsPage() {
  const { t } = useSay()
  const county = useCounty()
  const { may } = useSession()
  // Who only organises decides on no case, and finds here what was done by what they granted.
  const handles = may('case.read')
  const { side = handles ? 'mine' : 'reports' } = route.useSearch()
  const decisions = useDecisions(county, handles)
  const reported = useQuery({ ...reading('listReportedActs', { params: { county }, query: { limit: 1 } }), enabled: may('grant.change') })
  const unseen = reported.data?.unseen ?? 0
  const sides = (['mine', 'made', 'digest', 'reports'] as const).filter((one) => (one === 'digest' ? may('gate.decide') : one === 'reports' ? may('grant.change') : handles))
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
              <dd className="figures">
                {decisions.decidedToday}
                {decisions.limit !== undefined && <small> / {decisions.limit}</small>}
              </dd>
            </div>
          </dl>
        )}
      </header>
      <nav className="views decisions-sides" aria-label={t('office.requests.tabs.label')}>
        {sides.map((one) => (
          <Link
            key={one}
            to="/$county/decisions"
            params={{ county }}
            search={one === 'mine' ? {} : { side: one }}
            className={one === side ? 'view view-current' : 'view'}
            aria-current={one === side ? 'page' : undefined}
          >
            {t(`office.requests.tabs.${one}`)}
            {one === 'reports' && unseen > 0 ? <span className="view-count figures"> {unseen}</span> : null}
          </Link>
        ))}
      </nav>
      {side === 'mine' && <Waiting county={county} decisions={decisions} />}
      {side === 'made' && <Made county={county} />}
      {side === 'digest' && <DigestOf county={county} />}
      {side === 'reports' && <Reports county={county} />}
    </section>
  )
}
