import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Client } from '#contract/exchange.ts'
import { fullDateWords } from '#screen/time.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { When } from '../../controls/when.tsx'
import { reading } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import type { PartProps } from '../settings-page.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { ClientPanel } from './client-panel.tsx'
import { ListHead } from './list-head.tsx'
import { NewClient } from './new-client.tsx'

/** Programs of others that may call. */
export function Clients({ county, mayChange }: PartProps) {
  const { t } = useSay()
  const { search } = useSettingsSearch()
  const [withdrawn, setWithdrawn] = useState(false)
  const { data, error, refetch } = useQuery({
    ...reading('listClients', { params: { county }, query: { withdrawn: withdrawn || undefined } }),
    staleTime: 0,
  })
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <ListHead add={mayChange && t('exchange.clients.new')}>
          <label className="check">
            <input type="checkbox" checked={withdrawn} onChange={(event) => setWithdrawn(event.target.checked)} />
            {t('exchange.clients.withWithdrawn')}
          </label>
        </ListHead>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={6} /> : null}
        {data?.items.length === 0 && <Empty title={t('exchange.clients.none')} words={t('exchange.clients.noneWords')} />}
        {data && data.items.length > 0 ? <Table clients={data.items} /> : null}
      </div>
      {search.open === 'new' && mayChange ? <NewClient county={county} /> : null}
      {chosen && <ClientPanel key={chosen.id} county={county} one={chosen} mayChange={mayChange} />}
    </div>
  )
}

function Table({ clients }: { clients: Client[] }) {
  const { t, list } = useSay()
  const reader = useReader()
  const { search, open } = useSettingsSearch()
  return (
    <table className="plain">
      <caption className="sr-only">{t('exchange.kinds.clients')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.clients.name')}</th>
          <th scope="col">{t('exchange.clients.opens')}</th>
          <th scope="col">{t('exchange.clients.validTo')}</th>
          <th scope="col">{t('exchange.clients.lastUsed')}</th>
        </tr>
      </thead>
      <tbody>
        {clients.map((one) => (
          <tr key={one.id} className={one.id === search.open ? 'row-selected' : undefined}>
            <th scope="row">
              <button type="button" className="row-open" onClick={() => open(one.id)}>
                {one.name}
              </button>
              {one.withdrawnAt && <span className="tree-mark">{t('exchange.clients.withdrawn')}</span>}
            </th>
            <td>{list(one.opens.map((door) => t(`exchange.doors.${door}`)))}</td>
            <td>
              {one.validTo ? fullDateWords(one.validTo, reader) : <span className="soft">{t('exchange.clients.forever')}</span>}
              {one.validTo && new Date(one.validTo) <= reader.now ? (
                <span className="tree-mark">{t('exchange.clients.ended')}</span>
              ) : null}
            </td>
            <td>{one.lastUsedAt ? <When at={one.lastUsedAt} /> : <span className="soft">{t('exchange.clients.neverUsed')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
