import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../controls/icon.tsx'
import { Seal } from '../controls/seal.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { MenuTracks } from './menu-tracks.tsx'
import { menuFor, type MenuItem } from './menu-items.ts'

/** The pages that one may open, with how much waits in each. */
export function Menu({ county }: { county: number | undefined }) {
  const { t } = useSay()
  const { me } = useSession()
  const { data: counts } = useQuery({
    ...reading('countCases', { params: { county: county ?? 0 } }),
    enabled:
      county !== undefined && ['case.read', 'task.work', 'case.triage'].some((action) => me.actions.includes(action)),
    refetchInterval: 60_000,
  })
  const { data: decisions } = useQuery({
    ...reading('listRequests', { params: { county: county ?? 0 }, query: { side: 'mine', limit: 1 } }),
    enabled: county !== undefined && me.actions.includes('case.read'),
    refetchInterval: 60_000,
  })
  const { data: calls } = useQuery({
    ...reading('listRequests', { params: { county: county ?? 0 }, query: { side: 'calls', limit: 1 } }),
    enabled: county !== undefined && me.actions.includes('case.callback'),
    refetchInterval: 60_000,
  })
  const requestsWaiting: Partial<Record<MenuItem['key'], number>> = { decisions: decisions?.waiting, callbacks: calls?.waiting }
  const waitingCases = (key: MenuItem['key']) => (counts && key in counts ? counts[key as keyof typeof counts] : 0)
  const waiting = (key: MenuItem['key']) => requestsWaiting[key] ?? waitingCases(key)
  return (
    <nav className="menu" aria-label={t('office.menu.label')}>
      <Link className="brand" to="/">
        <Seal />
        <span className="brand-name">{t('office.brand')}</span>
        <span className="sr-only">{t('office.menu.start')}</span>
      </Link>
      {county !== undefined && (
        <ul>
          {menuFor(me).map((item) => (
            <li key={item.key}>
              <Link
                to={item.to}
                params={{ county, ...item.params }}
                activeOptions={{ includeSearch: false, exact: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                <Icon name={item.icon} />
                <span className="menu-word">{t(`office.menu.${item.key}`)}</span>
                {waiting(item.key) > 0 && (
                  <span className="menu-count figures">
                    <span aria-hidden="true">{waiting(item.key)}</span>
                    <span className="sr-only">{t('office.menu.waiting', { count: waiting(item.key) })}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
          {me.actions.includes('organisation.read') && <MenuTracks county={county} />}
          {counts && counts.overdue > 0 && (
            <li className="menu-overdue">
              <Link
                to="/$county/$list"
                params={{ county, list: 'cases' }}
                search={{ overdue: true }}
                activeOptions={{ exact: true }}
              >
                <Icon name="clock" />
                <span className="menu-word">{t('office.menu.overdue')}</span>
                <span className="menu-count figures">{counts.overdue}</span>
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}
