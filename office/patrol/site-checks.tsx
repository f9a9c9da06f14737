import { useQuery } from '@tanstack/react-query'
import { DecisionCard } from '../decisions/decision-card.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

const shownMax = 20

/** Where somebody wants this body to look: each with the picture and the word that answer it. */
export function SiteChecks({ county }: { county: number }) {
  const { t } = useSay()
  const { data, refetch } = useQuery(reading('listRequests', { params: { county }, query: { side: 'site', limit: shownMax } }))
  if (!data || data.items.length === 0) return null
  return (
    <section className="patrol-part" aria-labelledby="site-heading">
      <h2 id="site-heading">{t('office.requests.site.heading')}</h2>
      <ul className="decisions">
        {data.items.map((card) => (
          <li key={card.id}>
            <DecisionCard card={card} isSelected={false} toggle={() => {}} refused={undefined} takesFocus={false} decided={() => void refetch()} />
          </li>
        ))}
      </ul>
    </section>
  )
}
