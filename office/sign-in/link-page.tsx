import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpForm } from './set-up-form.tsx'
import { SignInShell } from './sign-in-shell.tsx'
import { useRouter } from '@tanstack/react-router'

const route = getRouteApi('/link/$token')

/** Behind a one-time link: a second factor, a password, then the recovery codes. */
export function LinkPage() {
  const { t } = useSay()
  const { token } = route.useParams()
  const router = useRouter()
  const [codes, setCodes] = useState<string[]>()
  const { data, error, refetch } = useQuery({
    queryKey: ['readLink', token],
    queryFn: () => call('readLink', { body: { token } }),
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  usePageTitle(t('office.link.title'))

  return (
    <SignInShell>
      {codes ? (
        <>
          <h1>{t('office.link.codesHeading')}</h1>
          <RecoveryCodes
            codes={codes}
            done={() => void router.navigate({ to: '/sign-in' })}
            doneWords={t('office.link.toSignIn')}
          />
        </>
      ) : (
        <>
          <h1>{t(data ? `office.link.kinds.${data.kind}` : 'office.link.title')}</h1>
          {error ? <Failing error={error} retry={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data && <SetUpForm link={data} token={token} done={setCodes} />}
        </>
      )}
    </SignInShell>
  )
}
