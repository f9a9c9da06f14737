import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useLive } from '#screen/live.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { RegionSelect } from '../controls/region-select.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty, useSession } from '../session.ts'
import { MembershipLine } from './membership-line.tsx'

const route = getRouteApi('/frame/$county/memberships')
const states = ['asked', 'verified', 'refused', 'ended'] as const

/** Who asks to belong to a community, and who does. */
export function MembershipsPage() {
  const { t } = useSay()
  const county = useCounty()
  const { may } = useSession()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/$county/memberships' })
  usePageTitle(t('office.menu.memberships'))
  const state = states.find((one) => one === search.state) ?? 'asked'
  const pages = useInfiniteQuery({
    ...readingPages('listMemberships', { params: { county }, query: { state, village: search.village, limit: 50 } }),
    staleTime: 0,
  })
  const memory = useQueryClient()
  const readAnew = () => void memory.invalidateQueries({ queryKey: ['listMemberships'] })
  // Whoever asks stands at the door: they are seen without asking again.
  useLive('office', ({ kind }) => kind.startsWith('membership.') && readAnew(), readAnew)
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="list-page" aria-labelledby="memberships-heading">
      <header className="list-head">
        <h1 id="memberships-heading">{t('office.menu.memberships')}</h1>
        <nav className="views" aria-label={t('office.views.label')}>
          {states.map((one) => (
            <Link
              key={one}
              to="/$county/memberships"
              params={{ county }}
              search={{ ...search, state: one === 'asked' ? undefined : one }}
              className="view"
              activeOptions={{ exact: true, includeSearch: true }}
              activeProps={{ className: 'view-current' }}
            >
              {t(`organisation.membershipStates.${one}`)}
            </Link>
          ))}
        </nav>
        <span className="list-tools">
          <RegionSelect
            className="filter"
            county={county}
            lowest={5}
            label={t('office.memberships.village')}
            placeholder={t('office.memberships.village')}
            allowClear
            value={search.village}
            onChange={(village) => void navigate({ search: { ...search, village } })}
          />
          {may('community.code') ? (
            <Link
              className="quiet-button"
              to="/$county/memberships/code"
              params={{ county }}
              search={{ village: search.village }}
            >
              <Icon name="print" /> {t('office.code.open')}
            </Link>
          ) : null}
        </span>
      </header>
      {pages.isPending && <Loading lines={8} />}
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Empty title={t(`office.memberships.none.${state}`)} words={t('office.memberships.noneWords')} />
      ) : null}
      {rows.length > 0 && (
        <ul className="memberships">
          {rows.map((row) => (
            <MembershipLine key={row.id} row={row} mayDecide={may('membership.decide')} />
          ))}
        </ul>
      )}
      <MorePages of={pages} />
    </section>
  )
}
