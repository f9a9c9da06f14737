import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Delivery } from '#contract/exchange.ts'
import { call } from '#screen/api.ts'
import { timeWords } from '#screen/time.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { When } from '../../controls/when.tsx'
import { useWhy } from '../../controls/why.ts'
import { MorePages } from '../../controls/more-pages.tsx'
import { readingPages } from '../../reading.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { useSession } from '../../session.ts'
import type { PartProps } from '../settings-page.tsx'
import { useChange } from '../use-change.ts'
import { ListHead } from './list-head.tsx'

/** What programs were told of their cases; what was given up can be sent again. */
export function Deliveries({ county, mayChange }: PartProps) {
  const { t } = useSay()
  const [givenUp, setGivenUp] = useState(false)
  const pages = useInfiniteQuery({
    ...readingPages('listDeliveries', { params: { county }, query: { limit: 30, givenUp: givenUp || undefined } }),
    staleTime: 0,
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="settings-list exchange-list">
      <ListHead add={false}>
        <label className="check">
          <input type="checkbox" checked={givenUp} onChange={(event) => setGivenUp(event.target.checked)} />
          {t('exchange.deliveries.onlyGivenUp')}
        </label>
      </ListHead>
      {givenUp && mayChange && rows.length > 1 ? <AllAgain county={county} /> : null}
      {pages.isPending && <Loading lines={8} />}
      {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Empty
          title={t(givenUp ? 'exchange.deliveries.noneGivenUp' : 'exchange.deliveries.none')}
          words={givenUp ? undefined : t('exchange.deliveries.noneWords')}
        />
      ) : null}
      {rows.length > 0 && (
        <div className="import-scroll">
          <table className="plain">
            <caption className="sr-only">{t('exchange.kinds.deliveries')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('exchange.deliveries.what')}</th>
                <th scope="col">{t('exchange.deliveries.client')}</th>
                <th scope="col">{t('exchange.deliveries.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Row key={one.id} county={county} one={one} mayChange={mayChange} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MorePages of={pages} />
    </div>
  )
}

/** After a program was down for days nobody should press a button for each. */
function AllAgain({ county }: { county: number }) {
  const { t } = useSay()
  const why = useWhy()
  const sending = useChange(() => call('sendAllAgain', { params: { county } }), ['listDeliveries'])
  return (
    <p aria-live="polite">
      <Button loading={sending.isPending} onClick={() => sending.mutate(undefined)}>
        {t('exchange.deliveries.allAgain')}
      </Button>{' '}
      {sending.data ? <span className="soft">{t('exchange.deliveries.allAgainDone', { count: sending.data.count })}</span> : null}
      {sending.error ? <span className="field-error">{why(sending.error)}</span> : null}
    </p>
  )
}

function Row({ county, one, mayChange }: { county: number; one: Delivery; mayChange: boolean }) {
  const { t, language } = useSay()
  const why = useWhy()
  const { may } = useSession()
  const reader = useReader()
  const sending = useChange(() => call('sendAgain', { params: { county, id: one.id } }), ['listDeliveries'])
  const type = t(`exchange.deliveries.types.${one.type}`, { defaultValue: one.type })
  const said = [
    one.problem && one.state !== 'delivered' ? t(`exchange.deliveries.problems.${one.problem}`) : null,
    one.status !== null && one.state !== 'delivered' ? t('exchange.deliveries.status', { status: one.status }) : null,
    one.tries > 1 ? t('exchange.deliveries.tries', { n: one.tries }) : null,
    one.state === 'waiting' && one.tries > 0 && one.nextAt ? t('exchange.deliveries.next', { at: timeWords(one.nextAt, reader) }) : null,
  ].filter((part) => part !== null)
  return (
    <tr>
      <th scope="row">
        {may('case.read') ? (
          <Link to="/$county/cases/$id" params={{ county, id: one.case }} title={t('exchange.deliveries.case')}>
            {type}
          </Link>
        ) : (
          type
        )}
        <span className="soft rule-when">
          <When at={one.madeAt} />
        </span>
      </th>
      <td>{one.client}</td>
      <td>
        {one.state === 'waiting' && one.tries === 0 ? t('exchange.deliveries.first') : t(`exchange.deliveries.states.${one.state}`)}
        {said.length > 0 && <span className="soft rule-when">{said.join(language === 'en' ? ', ' : '，')}</span>}
        {one.state === 'given_up' && mayChange ? (
          <p>
            <Button loading={sending.isPending} onClick={() => sending.mutate(undefined)}>
              {t('exchange.deliveries.again')}
            </Button>
          </p>
        ) : null}
        {sending.error ? (
          <p className="field-error" role="alert">
            {why(sending.error)}
          </p>
        ) : null}
      </td>
    </tr>
  )
}
