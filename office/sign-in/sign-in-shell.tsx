import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Seal } from '../controls/seal.tsx'
import { LookSwitches } from '../frame/look-switches.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** The paper that the pages before signing in are written on. */
export function SignInShell({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const { t, name, list } = useSay()
  const settings = useQuery(reading('readSettings')).data
  return (
    <div className="door">
      <header className="door-top">
        <span className="brand">
          <Seal />
          <span className="brand-name">{t('office.brand')}</span>
          <span className="brand-where">{settings && list(settings.counties.map((county) => name(county.name)))}</span>
        </span>
        <LookSwitches />
      </header>
      <main className={aside ? 'door-main door-main-wide' : 'door-main'}>
        <section className="door-paper">{children}</section>
        {aside}
      </main>
    </div>
  )
}
