import type { Client } from '#contract/exchange.ts'
import { call } from '#screen/api.ts'
import { fullDateWords } from '#screen/time.ts'
import { When } from '../../controls/when.tsx'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { Confirm } from './confirm.tsx'
import { Fact } from './fact.tsx'

/** One program in full, and the end of it. */
export function ClientPanel({ county, one, mayChange }: { county: number; one: Client; mayChange: boolean }) {
  const { t, list } = useSay()
  const reader = useReader()
  const { close } = useSettingsSearch()
  const withdrawing = useChange(() => call('withdrawClient', { params: { county, id: one.id } }), ['listClients'], close)
  return (
    <SidePanel title={one.name} close={close}>
      <dl className="facts">
        <Fact label={t('exchange.clients.opens')}>{list(one.opens.map((door) => t(`exchange.doors.${door}`)))}</Fact>
        <Fact label={t('exchange.clients.keyEnd')}>
          <span className="figures">…{one.keyEnd}</span>
        </Fact>
        <Fact label={t('exchange.clients.validTo')}>
          {one.validTo ? fullDateWords(one.validTo, reader) : t('exchange.clients.forever')}
        </Fact>
        <Fact label={t('exchange.clients.limit')}>{t('exchange.clients.limitOf', { n: one.callsPerMinute })}</Fact>
        <Fact label={t('exchange.clients.lastUsed')}>
          {one.lastUsedAt ? <When at={one.lastUsedAt} /> : t('exchange.clients.neverUsed')}
        </Fact>
        {one.mapping && (
          <Fact label={t('exchange.clients.mapping')}>
            {t('exchange.clients.source')} {one.mapping.source}
          </Fact>
        )}
        {one.ordersAddress && (
          <Fact label={t('exchange.secret.orders')}>
            <span className="figures address">{one.ordersAddress}</span>
          </Fact>
        )}
        <Fact label={t('exchange.clients.hook')}>
          {one.hookUrl ? <span className="figures address">{one.hookUrl}</span> : t('exchange.clients.noHook')}
        </Fact>
        <Fact label={t('exchange.clients.madeBy')}>
          {one.madeBy} · <When at={one.madeAt} />
        </Fact>
        {one.withdrawnAt && (
          <Fact label={t('exchange.clients.withdrawn')}>
            <When at={one.withdrawnAt} />
          </Fact>
        )}
      </dl>
      {mayChange && !one.withdrawnAt ? (
        <Confirm
          title={t('exchange.clients.withdraw')}
          words={t('exchange.clients.withdrawWords')}
          isSending={withdrawing.isPending}
          error={withdrawing.error}
          act={() => withdrawing.mutate(undefined)}
        />
      ) : null}
    </SidePanel>
  )
}
