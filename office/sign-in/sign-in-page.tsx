import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { reading } from '../reading.ts'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { AskReset } from './ask-reset.tsx'
import { ByProvider } from './by-provider.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm, type Credentials } from './sign-in-form.tsx'
import { SignInShell } from './sign-in-shell.tsx'

const route = getRouteApi('/sign-in')
const none: Credentials = { login: '', password: '', secondFactor: '' }

/** The door: login, password, second factor; in demo mode with everyone who may try it listed beside. */
export function SignInPage() {
  const { t } = useSay()
  const { back } = route.useSearch()
  const router = useRouter()
  const memory = useQueryClient()
  const settings = useQuery(reading('readSettings')).data
  const [credentials, setCredentials] = useState(none)
  const [isAsking, setIsAsking] = useState(false)
  usePageTitle(t('office.signIn.title'))

  const signedIn = async (recoveryCodesLeft: number) => {
    memory.clear()
    memory.setQueryData(['recoveryCodesLeft'], recoveryCodesLeft)
    await router.invalidate()
    router.history.push(router.history.createHref(`/office${back ?? '/'}`))
  }

  return (
    <SignInShell
      aside={settings?.demo ? <DemoAccounts choose={setCredentials} chosen={credentials.login} /> : undefined}
    >
      <h1>{t('office.signIn.heading')}</h1>
      {isAsking ? (
        <AskReset login={credentials.login} back={() => setIsAsking(false)} />
      ) : (
        <>
          {settings?.identityProvider && <ByProvider provider={settings.identityProvider} back={back} />}
          <SignInForm credentials={credentials} change={setCredentials} signedIn={signedIn} />
          <p className="sign-in-more">
            <button type="button" className="link" onClick={() => setIsAsking(true)}>
              {t('office.signIn.forgotten')}
            </button>
          </p>
        </>
      )}
    </SignInShell>
  )
}
