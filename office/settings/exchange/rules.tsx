import { useQuery } from '@tanstack/react-query'
import type { SignalRule } from '#contract/signals.ts'
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
import { NewRule } from './new-rule.tsx'

/** When signals open cases. */
export function Rules({ county, mayChange }: PartProps) {
  const { t, name } = useSay()
  const { search, open } = useSettingsSearch()
  const { data, error, refetch } = useQuery(reading('listSignalRules', { params: { county } }))
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <ListHead add={mayChange && t('exchange.rules.new')} />
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={6} /> : null}
        {data?.items.length === 0 && <Empty title={t('exchange.rules.none')} words={t('exchange.rules.noneWords')} />}
        {data && data.items.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('exchange.kinds.rules')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('exchange.rules.type')}</th>
                <th scope="col">{t('exchange.rules.source')}</th>
                <th scope="col">{t('exchange.rules.category')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id} className={one.id === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open figures" onClick={() => open(one.id)}>
                      {one.type}
                    </button>
                    {one.endedAt && <span className="tree-mark">{t('exchange.rules.ended')}</span>}
                    <span className="soft rule-when">
                      {t('exchange.rules.whenOf', { count: one.leastCount, severity: one.leastSeverity })}
                    </span>
                  </th>
                  <td>{one.source?.name ?? <span className="soft">{t('exchange.rules.anySource')}</span>}</td>
                  <td>{name(one.category.name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {search.open === 'new' && mayChange ? <NewRule county={county} /> : null}
      {chosen && <RulePanel key={chosen.id} county={county} one={chosen} mayChange={mayChange} />}
    </div>
  )
}

function RulePanel({ county, one, mayChange }: { county: number; one: SignalRule; mayChange: boolean }) {
  const { t, name } = useSay()
  const { close } = useSettingsSearch()
  const ending = useChange(() => call('endSignalRule', { params: { county, id: one.id } }), ['listSignalRules'])
  return (
    <SidePanel title={one.type} close={close}>
      <dl className="facts">
        <Fact label={t('exchange.rules.source')}>{one.source?.name ?? t('exchange.rules.anySource')}</Fact>
        <Fact label={t('exchange.rules.count')}>{t('exchange.signals.countOf', { count: one.leastCount })}</Fact>
        <Fact label={t('exchange.rules.severity')}>{one.leastSeverity}</Fact>
        <Fact label={t('exchange.rules.category')}>{name(one.category.name)}</Fact>
        <Fact label={t('exchange.rules.words')}>{one.words}</Fact>
        <Fact label={t('exchange.clients.madeBy')}>{one.madeBy}</Fact>
        {one.endedAt && (
          <Fact label={t('exchange.rules.ended')}>
            <When at={one.endedAt} />
          </Fact>
        )}
      </dl>
      {mayChange && !one.endedAt ? (
        <Confirm
          title={t('exchange.rules.end')}
          words={t('exchange.rules.endWords')}
          isSending={ending.isPending}
          error={ending.error}
          act={() => ending.mutate(undefined)}
        />
      ) : null}
    </SidePanel>
  )
}
