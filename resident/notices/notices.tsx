import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Notice } from '#contract/notices.ts'
import { askNotices, askUnread, markRead } from '../asking/notices.ts'
import { Answer, useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Empty } from '../controls/skeleton.tsx'
import { Told } from '../controls/told.tsx'
import { BellIcon } from '../frame/icons.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { MoreRows } from '../matters/more-rows.tsx'
import { RowsSkeleton } from '../matters/rows-skeleton.tsx'
import { byMatter } from './by-matter.ts'
import { NoticeRow } from './notice-row.tsx'

/** What I was told, by matter, the newest first. */
export function Notices() {
  const t = useWords()
  const notices = useInfiniteQuery(askNotices())
  return (
    <>
      <ScreenTop title={t('notices.title')} back="/" />
      <Answer of={notices} skeleton={<RowsSkeleton count={5} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty><BellIcon size={32} /><p>{t('notices.none')}</p></Empty>
          return (
            <>
              <AllRead />
              {byMatter(items).map((group) => <Group key={group[0].id} notices={group} />)}
              <MoreRows of={notices} />
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Group({ notices }: { notices: [Notice, ...Notice[]] }) {
  const t = useWords()
  const { number } = notices[0].subject
  return (
    <section className="notice-group" aria-label={number ? t('notices.ofMatter', { number }) : t('notices.title')}>
      {number && <h2 className="notice-group-name">{t('notices.ofMatter', { number })}</h2>}
      <ul className="rows">{notices.map((notice) => <NoticeRow key={notice.id} notice={notice} inGroup />)}</ul>
    </section>
  )
}

function AllRead() {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const unread = useQuery(askUnread).data ?? 0
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const markAll = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await markRead(client, { all: true })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <div className="all-read">
      <p className="faint">{unread > 0 ? t('notices.unreadCount', { count: unread }) : t('notices.allRead')}</p>
      {unread > 0 && <Button look="quiet" busy={busy} onClick={() => void markAll()}>{t('notices.markAll')}</Button>}
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
    </div>
  )
}
