import { useQuery } from '@tanstack/react-query'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import type { Credentials } from './sign-in-form.tsx'

// A code of the second factor holds for 30 seconds.
const refreshMs = 5_000

/** Everyone in the demo, with the code of their second factor as it is now. One touch fills the form. */
export function DemoAccounts({ choose, chosen }: { choose: (credentials: Credentials) => void; chosen: string }) {
  const { t, name } = useSay()
  const { data, error, refetch } = useQuery({
    ...reading('listDemoAccounts'),
    refetchInterval: refreshMs,
    staleTime: 0,
  })
  return (
    <section className="demo" aria-labelledby="demo-heading">
      <h2 id="demo-heading">{t('office.signIn.demoHeading')}</h2>
      <p className="soft">{t('office.signIn.demoWords')}</p>
      {error && !data ? <Failing error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      <ul className="demo-list">
        {data?.items
          .filter((account) => account.app === 'office' && account.login)
          .map((account) => (
            <li key={account.login}>
              <button
                type="button"
                aria-pressed={chosen === account.login}
                onClick={() =>
                  choose({
                    login: account.login!,
                    password: account.password ?? '',
                    secondFactor: account.secondFactor ?? '',
                  })
                }
              >
                <span className="demo-name">{name(account.name)}</span>
                <span className="demo-part">{name(account.part)}</span>
                <span className="demo-login figures">{account.login}</span>
                <span className="demo-code figures">{account.secondFactor}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
