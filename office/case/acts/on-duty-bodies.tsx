import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Icon } from '../../controls/icon.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'

interface Props {
  county: number
  /** The desk at which officers of others are stationed. */
  host: string
  without: readonly string[]
  take: (body: string) => void
}

/** Bodies that have somebody here and on duty now, each taken in with one touch. */
export function OnDutyBodies({ county, host, without, take }: Props) {
  const { t, name } = useSay()
  const { data } = useQuery({ ...reading('listStationed', { params: { county, id: host } }), staleTime: 60_000 })
  const here = (data?.items ?? []).filter((one) => one.holders.some((holder) => holder.duty) && !without.includes(one.body.id))
  const bodies = [...new Map(here.map((one) => [one.body.id, one.body])).values()]
  if (bodies.length === 0) return null
  return (
    <p className="on-duty-bodies">
      <span className="soft">{t('office.acts.formGroup.onDuty')}</span>
      {bodies.map((body) => (
        <Button key={body.id} size="small" onClick={() => take(body.id)}>
          <Icon name="plus" size={12} /> {name(body.name)}
        </Button>
      ))}
    </p>
  )
}
