import { useQuery } from '@tanstack/react-query'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** What to ask: always the same four things; with a category its kinds, whose it is, and what must be said before it is sent up. */
export function Script({ county, category, region }: { county: number; category: string | undefined; region: number | undefined }) {
  const { t, name, list } = useSay()
  const { data: categories } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  const { data: route } = useQuery({
    ...reading('findRoute', { params: { county }, query: { category, place: region } }),
    enabled: category !== undefined,
    staleTime: 60_000,
    retry: false,
  })
  const chosen = categories?.items.find(({ key }) => key === category)
  const owners = route?.owners ?? []
  return (
    <section className="entry-part" aria-labelledby="script-heading">
      <h2 id="script-heading">
        {t('office.entry.script.heading')}
        {chosen && <span className="caller-name">{name(chosen.name)}</span>}
      </h2>
      <ul className="script">
        {chosen?.hint && <li className="script-own">{t('office.entry.script.kinds', { hint: name(chosen.hint) })}</li>}
        {owners.length > 0 && <li className="script-own">{t('office.entry.script.owner', { owners: list(owners.map((one) => name(one.name))) })}</li>}
        {(['where', 'since', 'danger', 'wish'] as const).map((one) => (
          <li key={one}>{t(`office.entry.script.${one}`)}</li>
        ))}
      </ul>
      {route?.lead && <p className="soft">{t('office.entry.script.lead', { lead: name(route.lead.name) })}</p>}
      {route?.guide && (
        <p className="quiet-line">
          <strong>{t('office.entry.script.guide')}</strong> {route.guide}
        </p>
      )}
    </section>
  )
}
