import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Case } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { BodyLoad } from '../../controls/body-load.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { markOwn, markOwnVersion, ownUpTo } from '../../own-acts.ts'
import { useSay } from '../../say.ts'
import { RouteShown } from '../../settings/routing/route-shown.tsx'

interface Props {
  subject: Case
  take: (route: { lead: string; assists: string[] }) => void
}

/** Whom the catalogue names, first of all, and why. Whose the asset is may change it, so that is asked where it would. */
export function RouteProposal({ subject, take }: Props) {
  const { t, name } = useSay()
  const { county, id, category, may } = subject
  const [owner, setOwner] = useState(subject.owner?.key)
  // Kept on the case, so that nobody asks again.
  const keeping = useMutation({
    mutationFn: (chosen: string | undefined) => {
      markOwn(id)
      return call('sortCase', { params: { county, id }, body: { category: category!.key, owner: chosen ?? null }, version: ownUpTo(id, subject.version) })
    },
    onSuccess: ({ version }) => {
      markOwnVersion(id, version)
      void memory.invalidateQueries({ queryKey: ['readCase', { county, id }] })
    },
  })
  const memory = useQueryClient()
  const choose = (chosen: string | undefined) => {
    setOwner(chosen)
    if (category && may.sort === null) keeping.mutate(chosen)
  }
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
    <RouteShown route={route} title={t('policies.routing.route.title')} load={lead && <BodyLoad county={county} body={lead.id} />}>
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
            onChange={(next) => choose(next || undefined)}
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
