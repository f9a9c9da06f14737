import type { ReactNode } from 'react'
import type { Route } from '#contract/routing.ts'
import { useSay } from '../../say.ts'
import { useEntryWords } from './entry-words.ts'

/** Whom the catalogue names, and why. */
export function RouteShown({ route, title, load, children }: { route: Route; title?: string; load?: ReactNode; children?: ReactNode }) {
  const { t, name, list } = useSay()
  const words = useEntryWords()
  const { entry, holder, lead, backstop } = route
  return (
    <div className={entry ? 'route' : 'route route-nobody'}>
      {title && <p className="soft">{title}</p>}
      {lead && <p className="route-lead">{name(lead.name)}</p>}
      {load}
      {route.assists.length > 0 && (
        <p>{t('policies.routing.route.assists', { bodies: list(route.assists.map((body) => name(body.name))) })}</p>
      )}
      <p className="soft">
        {entry
          ? t('policies.routing.route.entry', {
              version: route.book,
              category: words.category(entry),
              place: words.place(entry),
              owner: words.owner(entry),
            })
          : t(`policies.routing.route.${holder}`, { body: lead ? name(lead.name) : '' })}
        {holder === 'desk' && backstop && ` ${t('policies.routing.route.then', { body: name(backstop.name) })}`}
      </p>
      {entry?.ground && <p className="soft">{t('policies.routing.route.ground', { ground: entry.ground })}</p>}
      {route.passedOver.map((over) => (
        <p key={over.id} className="soft">
          {t('policies.routing.route.passedOver', { body: name(over.lead.name) })}
        </p>
      ))}
      {children}
    </div>
  )
}
