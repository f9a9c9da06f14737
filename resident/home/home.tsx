import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Me } from '#contract/oneself.ts'
import { myMembership, useMe } from '../asking/me.ts'
import { askUnread } from '../asking/notices.ts'
import { Answer } from '../controls/answer.tsx'
import { ElderWays } from '../elder/elder-ways.tsx'
import { useElderMode } from '../elder/elder-mode.ts'
import { BellIcon } from '../frame/icons.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { ConsentCard } from '../sign-in/consent-card.tsx'
import { DutyToday } from './duty-today.tsx'
import { FirstVisit } from './first-visit.tsx'
import { HomeSkeleton } from './home-skeleton.tsx'
import { MyOpenMatters } from './my-open-matters.tsx'
import { OutboxStrip } from './outbox-strip.tsx'
import { ReportButton } from './report-button.tsx'
import { UnreadNotices } from './unread-notices.tsx'
import './home.css'

/** My community today: what I can say, what waits for me, what is new. */
export function Home() {
  const me = useMe()
  const t = useWords()
  useEffect(() => {
    document.title = t('name')
  }, [t])
  return <Answer of={me} skeleton={<HomeSkeleton />}>{(known) => (known ? <MyHome me={known} /> : <FirstVisit />)}</Answer>
}

function MyHome({ me }: { me: Me }) {
  const t = useWords()
  const name = useName()
  const { partOfDay } = useTime()
  const membership = myMembership(me)
  const isElder = useElderMode()
  const greeting = t(`home.greeting.${partOfDay}`)
  return (
    <div className="home">
      <header className="home-top">
        <div className="home-greeting">
          <p>{me.name ? t('home.greetingTo', { greeting, name: me.name }) : greeting}</p>
          <h1>{membership ? name(membership.village.name) : t('home.noCommunity')}</h1>
          {membership?.state === 'asked' && <p className="faint">{t('home.asked')}</p>}
        </div>
        {!isElder && <Bell />}
      </header>
      {!membership && <p className="home-join">{t('home.howToJoin')}</p>}
      {me.consent.needed && <ConsentCard version={me.consent.version} />}
      <ReportButton />
      <OutboxStrip person={me.person} />
      {isElder ? <ElderWays membership={membership} /> : <><MyOpenMatters /><UnreadNotices /></>}
      {membership && <DutyToday membership={membership} />}
    </div>
  )
}

function Bell() {
  const t = useWords()
  const unread = useQuery(askUnread).data ?? 0
  const shown = unread > 99 ? '99+' : unread
  return (
    <Link href="/notices" className="bell" aria-label={unread > 0 ? t('home.bellUnread', { shown }) : t('home.bell')}>
      <BellIcon size={26} />
      {unread > 0 && <span className="bell-count" aria-hidden="true">{shown}</span>}
    </Link>
  )
}
