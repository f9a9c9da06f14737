import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useLive } from '#screen/live.ts'
import { Loading } from '../controls/loading.tsx'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { Menu } from './menu.tsx'
import { RecoveryCodesFew } from './recovery-codes-few.tsx'
import { keepCounty } from './start.tsx'
import { TopBar } from './top-bar.tsx'

/** What stands around every page: the menu on the left, the bar above. */
export function Frame() {
  const { t } = useSay()
  const { counties } = useSession()
  const { county: named } = useParams({ strict: false })
  const county = typeof named === 'number' ? named : counties[0]?.id
  useFreshCounts()
  useEffect(() => {
    if (county && counties.some(({ id }) => id === county)) keepCounty(county)
  }, [county, counties])
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('office.skip')}
      </a>
      <Menu county={county} />
      <TopBar county={county} />
      <main className="page" id="main" tabIndex={-1}>
        <RecoveryCodesFew county={county} />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}

const gatherMs = 1_500

/** Reads the badges anew when something happened, at most so often; a storm of facts makes one read. */
function useFreshCounts() {
  const memory = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void memory.invalidateQueries({ queryKey: ['countCases'] })
      void memory.invalidateQueries({ queryKey: ['countUnread'] })
      // The number alone: cards move only when the reader asks for it.
      void memory.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'listRequests' && !queryKey.includes('pages') })
    }, gatherMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useLive('office', soon, soon)
}
