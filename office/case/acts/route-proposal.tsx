import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { RouteShown } from '../../settings/routing/route-shown.tsx'

interface Props {
  county: number
  id: string
  take: (route: { lead: string; assists: string[] }) => void
}

/** Whom the catalogue names, first of all, and why. Whose the asset is may change it, so that is asked where it would. */
export function RouteProposal({ county, id, take }: Props) {
  const { t, name } = useSay()
  const [owner, setOwner] = useState<string>()
  const plain = useQuery(reading('readRoute', { params: { county, id } }))
  const owned = useQuery({ ...reading('readRoute', { params: { county, id }, query: { owner } }), enabled: owner !== undefined })
  const route = owner === undefined ? plain.data : (owned.data ?? plain.data)
  // Its place is kept, so that nothing jumps under the hand.
  if (plain.isPending) {
    return (
      <div className="route route-coming">
        <Loading lines={3} />
      </div>
    )
  }
  if (!route || route.book === 0) return null
  const { lead, entry } = route
  const owners = plain.data?.owners ?? []
  return (
    <RouteShown route={route} title={t('policies.routing.route.title')}>
      {owners.length > 0 && (
        <p className="route-owner">
          <span className="soft">{t('policies.routing.route.owners')}</span>
          <Select
            aria-label={t('policies.routing.route.owners')}
            value={owner ?? ''}
            options={[
              { value: '', label: t('policies.routing.route.unknown') },
              ...owners.map((one) => ({ value: one.key, label: name(one.name) })),
            ]}
            onChange={(next) => setOwner(next || undefined)}
            popupMatchSelectWidth={false}
          />
        </p>
      )}
      {entry && lead && (
        <Button onClick={() => take({ lead: lead.id, assists: route.assists.map((body) => body.id) })}>
          {t('policies.routing.route.use')}
        </Button>
      )}
    </RouteShown>
  )
}
