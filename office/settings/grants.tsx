import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Grant } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { fullDateWords } from '#screen/time.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useActionWords } from './action-words.ts'
import { NewGrant } from './new-grant.tsx'
import type { PartProps } from './settings-page.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'
import { WithReason } from './with-reason.tsx'

/** Authority given beside the posts: to whom, for what, where, how long, by whom and why. */
export function Grants({ county, mayChange }: PartProps) {
  const { t, name } = useSay()
  const reader = useReader()
  const action = useActionWords()
  const { search, open } = useSettingsSearch()
  const [withdrawn, setWithdrawn] = useState(false)
  const { data, error, refetch } = useQuery(
    reading('listGrants', { params: { county }, query: { withdrawn: withdrawn || undefined } }),
  )
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <FilterRow>
          <label className="check">
            <input type="checkbox" checked={withdrawn} onChange={(event) => setWithdrawn(event.target.checked)} />
            {t('office.grants.withWithdrawn')}
          </label>
          {mayChange && (
            <Link to="/$county/decisions" params={{ county }} search={{ side: 'reports' }}>
              {t('office.reports.title')}
            </Link>
          )}
          {mayChange && (
            <Button className="push" onClick={() => open('new')}>
              <Icon name="plus" /> {t('office.grants.new')}
            </Button>
          )}
        </FilterRow>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={6} /> : null}
        {data?.items.length === 0 && <Empty title={t('office.grants.none')} words={t('office.grants.noneWords')} />}
        {data && data.items.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('office.settings.parts.grants')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('office.grants.to')}</th>
                <th scope="col">{t('office.grants.action')}</th>
                <th scope="col">{t('office.posts.region')}</th>
                <th scope="col">{t('office.grants.until')}</th>
                <th scope="col">{t('office.grants.givenBy')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((grant) => (
                <tr key={grant.id} className={grant.id === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => open(grant.id)}>
                      {name(grant.to.name)}
                    </button>
                    {grant.withdrawnAt && <span className="tree-mark">{t('office.grants.withdrawn')}</span>}
                  </th>
                  <td>{action(grant.action)}</td>
                  <td>{name(grant.region.name)}</td>
                  <td>
                    {grant.validTo ? (
                      fullDateWords(grant.validTo, reader)
                    ) : (
                      <span className="soft">{t('office.grants.openEnd')}</span>
                    )}
                  </td>
                  <td>{name(grant.givenBy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {search.open === 'new' && mayChange ? <NewGrant county={county} /> : null}
      {chosen && <GrantPanel key={chosen.id} grant={chosen} mayChange={mayChange} />}
    </div>
  )
}

function GrantPanel({ grant, mayChange }: { grant: Grant; mayChange: boolean }) {
  const { t, name } = useSay()
  const reader = useReader()
  const action = useActionWords()
  const { close } = useSettingsSearch()
  const { county, id } = grant
  const withdrawing = useChange(
    (reason: string) => call('withdrawGrant', { params: { county, id }, body: { reason } }),
    ['listGrants'],
  )
  return (
    <SidePanel title={action(grant.action)} close={close}>
      <dl className="facts">
        <div className="fact">
          <dt>{t('office.grants.to')}</dt>
          <dd>{name(grant.to.name)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.posts.region')}</dt>
          <dd>{name(grant.region.name)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.posts.valid')}</dt>
          <dd>
            {fullDateWords(grant.validFrom, reader)} –{' '}
            {grant.validTo ? fullDateWords(grant.validTo, reader) : t('office.grants.openEnd')}
          </dd>
        </div>
        <div className="fact">
          <dt>{t('office.grants.givenBy')}</dt>
          <dd>{name(grant.givenBy)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.settings.reason')}</dt>
          <dd>{grant.reason}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.grants.terms')}</dt>
          <dd>
            {t(grant.mayDelegate ? 'office.grants.mayDelegate' : 'office.grants.mayNotDelegate')}
            {grant.reportAfterwards && <> · {t('office.grants.reportAfterwards')}</>}
          </dd>
        </div>
        {grant.withdrawnAt && (
          <div className="fact">
            <dt>{t('office.grants.withdrawn')}</dt>
            <dd>{fullDateWords(grant.withdrawnAt, reader)}</dd>
          </div>
        )}
      </dl>
      {mayChange && !grant.withdrawnAt ? (
        <WithReason
          title={t('office.grants.withdraw')}
          words={t('office.grants.withdrawWords')}
          act={(reason) => withdrawing.mutateAsync(reason)}
          done={close}
        />
      ) : null}
    </SidePanel>
  )
}
