import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState, type FormEvent } from 'react'
import type { MembershipRow } from '#contract/communities.ts'
import { call } from '#screen/api.ts'
import { MaskedValue } from '../case/masked-value.tsx'
import { Area } from '../controls/area.tsx'
import { When } from '../controls/when.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'

/** One membership, and while it is asked for the decision: verify in one touch, refuse with a reason. */
export function MembershipLine({ row, mayDecide }: { row: MembershipRow; mayDecide: boolean }) {
  const { t, name } = useSay()
  const why = useWhy()
  const memory = useQueryClient()
  const [isRefusing, setIsRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [isLastHolder, setIsLastHolder] = useState(false)
  const { county, lastHolder } = row
  const deciding = useMutation({
    mutationFn: (verified: boolean) =>
      call('decideMembership', {
        params: { county, id: row.id },
        body: { verified, reason: verified ? undefined : reason.trim(), isLastHolder: (verified && isLastHolder) || undefined },
      }),
    onSuccess: () => memory.invalidateQueries({ queryKey: ['listMemberships'] }),
  })
  const refuse = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) deciding.mutate(false)
  }
  return (
    <li className="membership">
      <div className="membership-who">
        <p className="membership-name">
          {row.name} <span className="soft">{t(`organisation.membershipKinds.${row.kind}`)}</span>
        </p>
        <p>{name(row.village.name)}</p>
      </div>
      <dl className="facts membership-facts">
        <MaskedValue
          label={t('office.case.people.name')}
          masked={{ value: row.name, field: 'person.name', row: row.person }}
          county={county}
        />
        <MaskedValue
          label={t('office.case.people.phone')}
          masked={{ value: row.phone, field: 'person.phone', row: row.person }}
          county={county}
        />
        <MaskedValue
          label={t('office.case.people.address')}
          masked={{ value: row.address, field: 'membership.address', row: row.id }}
          county={county}
        />
      </dl>
      <div className="membership-decision">
        <p className="soft">
          <When at={row.decidedAt ?? row.askedAt} />
        </p>
        {row.reason && <p>{row.reason}</p>}
        {lastHolder && mayDecide && (
          <div className="last-holder">
            <p>{t('office.memberships.lastHolder')}</p>
            <dl className="facts membership-facts">
              <MaskedValue
                label={t('office.case.people.name')}
                masked={{ value: lastHolder.name, field: 'person.name', row: lastHolder.person }}
                county={county}
              />
              <MaskedValue
                label={t('office.case.people.address')}
                masked={{ value: lastHolder.address, field: 'membership.address', row: lastHolder.membership }}
                county={county}
              />
            </dl>
            <Checkbox checked={isLastHolder} onChange={({ target }) => setIsLastHolder(target.checked)}>
              {t('office.memberships.isLastHolder')}
            </Checkbox>
          </div>
        )}
        {row.state === 'asked' && mayDecide && !isRefusing ? (
          <p className="act-foot">
            <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate(true)}>
              {t('office.memberships.verify')}
            </Button>
            <Button onClick={() => setIsRefusing(true)}>{t('office.memberships.refuse')}</Button>
          </p>
        ) : null}
        {isRefusing && (
          <form className="refusing" onSubmit={refuse}>
            <Area
              aria-label={t('office.memberships.reason')}
              placeholder={t('office.memberships.reason')}
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
            <p className="act-foot">
              <Button danger type="primary" htmlType="submit" disabled={!reason.trim()} loading={deciding.isPending}>
                {t('office.memberships.refuse')}
              </Button>
              <Button onClick={() => setIsRefusing(false)}>{t('office.cancel')}</Button>
            </p>
          </form>
        )}
        {deciding.error ? (
          <p className="field-error" role="alert">
            {why(deciding.error)}
          </p>
        ) : null}
      </div>
    </li>
  )
}
