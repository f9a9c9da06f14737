import { getRouteApi, Link } from '@tanstack/react-router'
import { createElement, type ComponentType } from 'react'
import { Empty } from '../controls/empty.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { useCounty, useSession } from '../session.ts'
import { Bodies } from './bodies.tsx'
import { Codes } from './codes/codes.tsx'
import { Exchange } from './exchange/exchange.tsx'
import { Calendar } from './calendar/calendar.tsx'
import { Grants } from './grants.tsx'
import { settingsParts, type SettingsPart } from './parts.ts'
import { People } from './people.tsx'
import { Policies } from './policies/policies.tsx'
import { Posts } from './posts.tsx'
import { Regions } from './regions.tsx'
import { Roles } from './roles.tsx'
import { Roster } from './roster.tsx'
import { Routing } from './routing/routing.tsx'
import { Tracks } from './tracks/tracks.tsx'

const route = getRouteApi('/frame/$county/settings/{-$part}')

/** What a part is given. */
export interface PartProps {
  county: number
  mayChange: boolean
}

const components: Record<SettingsPart, ComponentType<PartProps>> = {
  regions: Regions,
  bodies: Bodies,
  posts: Posts,
  people: People,
  roster: Roster,
  grants: Grants,
  calendar: Calendar,
  policies: Policies,
  routing: Routing,
  codes: Codes,
  tracks: Tracks,
  exchange: Exchange,
  roles: Roles,
}

/** The organisation of a county: regions, bodies, posts, people, duty, authority. */
export function SettingsPage() {
  const { t } = useSay()
  const county = useCounty()
  const { may } = useSession()
  const { part: named } = route.useParams()
  const parts = settingsParts.filter(({ opens }) => opens.some(may))
  const part = parts.find(({ key }) => key === named) ?? (named ? undefined : parts[0])
  usePageTitle(t(part ? `office.settings.parts.${part.key}` : 'office.menu.settings'))
  return (
    <section className="settings" aria-labelledby="settings-heading">
      <header className="list-head">
        <h1 id="settings-heading">{t('office.menu.settings')}</h1>
        <nav className="views" aria-label={t('office.settings.label')}>
          {parts.map(({ key }) => (
            <Link
              key={key}
              to="/$county/settings/{-$part}"
              params={{ county, part: key }}
              className={key === part?.key ? 'view view-current' : 'view'}
              aria-current={key === part?.key ? 'page' : undefined}
              activeProps={{}}
            >
              {t(`office.settings.parts.${key}`)}
            </Link>
          ))}
        </nav>
      </header>
      {part ? (
        createElement(components[part.key], { county, mayChange: part.changes !== undefined && may(part.changes) })
      ) : (
        <Empty title={t('office.failing.forbidden')} />
      )}
    </section>
  )
}
