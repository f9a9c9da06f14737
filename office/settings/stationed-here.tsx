import { useQuery } from '@tanstack/react-query'
import type { Stationed } from '#contract/stationed.ts'
import { fullDateWords, timeWords } from '#screen/time.ts'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

/** Who of other bodies sits at this one: on duty or not, until when, and what they may take for their body. */
export function StationedHere({ county, body }: { county: number; body: string }) {
  const { t } = useSay()
  const { data } = useQuery(reading('listStationed', { params: { county, id: body } }))
  const items = data?.items ?? []
  if (items.length === 0) return null
  const onDuty = items.flatMap((one) => one.holders).filter((one) => one.duty).length
  return (
    <section className="stationed" aria-labelledby="stationed-heading">
      <h2 id="stationed-heading">
        {t('office.roster.stationed.title')} <span className="soft">{t('office.roster.stationed.count', { count: onDuty })}</span>
      </h2>
      <table className="plain">
        <caption className="sr-only">{t('office.roster.stationed.title')}</caption>
        <thead>
          <tr>
            {(['who', 'body', 'now', 'binds', 'until'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`office.roster.stationed.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Rows key={one.post} county={county} stationed={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Rows({ county, stationed }: { county: number; stationed: Stationed }) {
  const { t, name, list } = useSay()
  const reader = useReader()
  const { data } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  const categoryName = (key: string) => {
    const known = data?.items.find((one) => one.key === key)
    return known ? name(known.name) : key
  }
  const isComing = new Date(stationed.from) > reader.now
  const until = stationed.to ? fullDateWords(stationed.to, reader) : t('office.grants.openEnd')
  const binds = ({ binds: may, categories }: Stationed['holders'][number]) => {
    if (!may) return <span className="waits">{t('office.roster.stationed.bindsNothing')}</span>
    return categories ? list(categories.map(categoryName)) : t('office.roster.stationed.bindsAll')
  }
  if (stationed.holders.length === 0) {
    return (
      <tr>
        <th scope="row">
          <span className="soft">{name(stationed.title)}</span>
        </th>
        <td>{name(stationed.body.name)}</td>
        <td colSpan={2}>
          <span className="waits">{t('office.posts.vacant')}</span>
        </td>
        <td>{until}</td>
      </tr>
    )
  }
  return stationed.holders.map((holder) => (
    <tr key={holder.person}>
      <th scope="row">
        {holder.name} <span className="soft">{name(stationed.title)}</span>
      </th>
      <td>{name(stationed.body.name)}</td>
      <td>
        {holder.duty ? (
          <span className="on-duty">{t('office.roster.stationed.onDuty', { time: timeWords(holder.duty.to, reader) })}</span>
        ) : (
          <span className="soft">{isComing ? t('office.roster.stationed.coming', { day: fullDateWords(stationed.from, reader) }) : t('office.roster.stationed.off')}</span>
        )}
      </td>
      <td>{binds(holder)}</td>
      <td>{until}</td>
    </tr>
  ))
}
