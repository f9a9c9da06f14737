import { useQuery } from '@tanstack/react-query'
import type { SignalSource } from '#contract/signals.ts'
import { call } from '#screen/api.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { When } from '../../controls/when.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import type { PartProps } from '../settings-page.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { Confirm } from './confirm.tsx'
import { Fact } from './fact.tsx'
import { ListHead } from './list-head.tsx'
import { NewSource } from './new-source.tsx'

/** Cameras, sensors and platforms that send signals. */
export function Sources({ county, mayChange }: PartProps) {
  const { t, name } = useSay()
  const { search, open } = useSettingsSearch()
  const { data, error, refetch } = useQuery({ ...reading('listSignalSources', { params: { county } }), staleTime: 0 })
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <ListHead add={mayChange && t('exchange.sources.new')} />
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={6} /> : null}
        {data?.items.length === 0 && <Empty title={t('exchange.sources.none')} words={t('exchange.sources.noneWords')} />}
        {data && data.items.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('exchange.kinds.sources')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('exchange.sources.name')}</th>
                <th scope="col">{t('exchange.sources.region')}</th>
                <th scope="col">{t('exchange.sources.last')}</th>
                <th scope="col">{t('exchange.sources.week')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id} className={one.id === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => open(one.id)}>
                      {one.name}
                    </button>
                    {one.withdrawnAt && <span className="tree-mark">{t('exchange.sources.withdrawn')}</span>}
                  </th>
                  <td>{one.region ? name(one.region.name) : <span className="soft">·</span>}</td>
                  <td>{one.lastEventAt ? <When at={one.lastEventAt} /> : <span className="soft">{t('exchange.sources.never')}</span>}</td>
                  <td className="figures">{one.signals}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {search.open === 'new' && mayChange ? <NewSource county={county} /> : null}
      {chosen && <SourcePanel key={chosen.id} county={county} one={chosen} mayChange={mayChange} />}
    </div>
  )
}

function SourcePanel({ county, one, mayChange }: { county: number; one: SignalSource; mayChange: boolean }) {
  const { t, name } = useSay()
  const { close } = useSettingsSearch()
  const withdrawing = useChange(() => call('withdrawSignalSource', { params: { county, id: one.id } }), ['listSignalSources'])
  const address = `${window.location.origin}/api/v1/counties/${county}/signal-sources/${one.id}/events`
  return (
    <SidePanel title={one.name} close={close}>
      <dl className="facts">
        <Fact label={t('exchange.secret.address')}>
          <span className="figures address">{address}</span>
        </Fact>
        <Fact label={t('exchange.sources.region')}>{one.region ? name(one.region.name) : '·'}</Fact>
        <Fact label={t('exchange.sources.repeats')}>{t('exchange.sources.windowOf', { n: one.windowMinutes })}</Fact>
        <Fact label={t('exchange.sources.last')}>{one.lastEventAt ? <When at={one.lastEventAt} /> : t('exchange.sources.never')}</Fact>
        <Fact label={t('exchange.clients.madeBy')}>
          {one.madeBy} · <When at={one.madeAt} />
        </Fact>
        {one.withdrawnAt && (
          <Fact label={t('exchange.sources.withdrawn')}>
            <When at={one.withdrawnAt} />
          </Fact>
        )}
      </dl>
      {mayChange && !one.withdrawnAt ? (
        <Confirm
          title={t('exchange.sources.withdraw')}
          words={t('exchange.sources.withdrawWords')}
          isSending={withdrawing.isPending}
          error={withdrawing.error}
          act={() => withdrawing.mutate(undefined)}
        />
      ) : null}
    </SidePanel>
  )
}
