import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { usePageTitle } from '../controls/page-title.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty, useSession } from '../session.ts'
import { keepAnswers, keepPage } from './keep-offline.ts'
import { MyTasks } from './my-tasks.tsx'
import { openPatrol, sendWhatIsDue } from './patrol-store.ts'
import { PatrolForm } from './patrol-form.tsx'
import { SiteChecks } from './site-checks.tsx'
import { Queue } from './queue.tsx'

const lookEveryMs = 10_000

/** A grid worker's round, on a phone: report what is seen, with a network or without, and what is due. */
export function PatrolPage() {
  const { t } = useSay()
  const county = useCounty()
  const { me, settings } = useSession()
  const { person } = me
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine)
  const { data: categories } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  const { data: codes } = useQuery({ ...reading('readCodes', { params: { county } }), staleTime: 300_000 })
  usePageTitle(t('office.patrol.title'))
  useEffect(() => {
    if (categories) keepAnswers({ me, settings, county, categories, codes })
  }, [me, settings, county, categories, codes])
  useEffect(() => void keepPage().catch(() => {}), [])
  useEffect(() => {
    void openPatrol().then(() => sendWhatIsDue(person, 'network'))
    const byTime = () => void sendWhatIsDue(person, 'time')
    const byNetwork = () => void sendWhatIsDue(person, 'network')
    const timer = setInterval(byTime, lookEveryMs)
    addEventListener('online', byNetwork)
    return () => {
      clearInterval(timer)
      removeEventListener('online', byNetwork)
    }
  }, [person])
  return (
    <section className="patrol-page" aria-labelledby="patrol-heading">
      <header className="list-head">
        <h1 id="patrol-heading">{t('office.patrol.title')}</h1>
        {!isOnline && (
          <output className="quiet-line patrol-offline">{t('office.patrol.offline')}</output>
        )}
      </header>
      <SiteChecks county={county} />
      <PatrolForm county={county} />
      <Queue county={county} person={person} />
      <MyTasks county={county} />
    </section>
  )
}

function followNetwork(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
