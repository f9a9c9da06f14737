import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { InBoth } from '#contract/wire.ts'
import { call } from '#screen/api.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { keepTicket } from './provider-ticket.ts'

/** Off to the government's identity provider; password and second factor stay below for whoever has no account there. */
export function ByProvider({ provider, back }: { provider: InBoth; back?: string }) {
  const { t, name } = useSay()
  const why = useWhy()
  const asking = useMutation({
    mutationFn: () => call('askProvider'),
    onSuccess: ({ url, ticket }) => {
      keepTicket({ ticket, back })
      window.location.assign(url)
    },
  })
  return (
    <div className="by-provider">
      <Button
        type="primary"
        size="large"
        block
        loading={asking.isPending || asking.isSuccess}
        onClick={() => asking.mutate()}
      >
        {t('office.signIn.byProvider', { name: name(provider) })}
      </Button>
      {asking.error ? (
        <p className="field-error" role="alert">
          {why(asking.error)}
        </p>
      ) : null}
      <p className="by-provider-or">{t('office.signIn.orPassword')}</p>
    </div>
  )
}
