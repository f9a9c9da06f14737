import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '#screen/api.ts'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { findTicket, forgetTicket } from './provider-ticket.ts'
import { SignInShell } from './sign-in-shell.tsx'

/** Where the identity provider sends the browser back to. */
export function ProviderReturnPage() {
  const { t } = useSay()
  const why = useWhy()
  const router = useRouter()
  const memory = useQueryClient()
  const [address] = useState(window.location.href)
  const [waiting] = useState(findTicket)
  usePageTitle(t('office.signIn.title'))
  const { isSuccess, error } = useQuery({
    queryKey: ['signInByProvider', address],
    queryFn: () => call('signInByProvider', { body: { address, ticket: waiting?.ticket ?? '' } }),
    staleTime: Infinity,
    retry: false,
    refetchOnReconnect: false,
  })
  useEffect(() => {
    if (!isSuccess) return
    forgetTicket()
    memory.clear()
    void router.invalidate().then(() => router.history.replace(router.history.createHref(`/office${waiting?.back ?? '/'}`)))
  }, [isSuccess, memory, router, waiting])

  return (
    <SignInShell>
      <h1>{t(error ? 'office.signIn.returnFailed' : 'office.signIn.returning')}</h1>
      {error ? (
        <>
          <p role="alert">{why(error)}</p>
          <p>
            <Link to="/sign-in" search={{ back: waiting?.back }} className="quiet-button">
              {t('office.signIn.again')}
            </Link>
          </p>
        </>
      ) : (
        <Loading />
      )}
    </SignInShell>
  )
}
