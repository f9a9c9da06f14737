import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { askNotices } from '../asking/notices.ts'
import { NextIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { NoticeRow } from '../notices/notice-row.tsx'

const shownMax = 3

/** The newest notices that I have not read; nothing at all where there are none. */
export function UnreadNotices() {
  const t = useWords()
  const notices = useInfiniteQuery(askNotices(true)).data?.pages.flatMap(({ items }) => items) ?? []
  if (notices.length === 0) return null
  return (
    <section className="home-part" aria-labelledby="unread-notices">
      <div className="home-part-top">
        <h2 id="unread-notices">{t('home.notices')}</h2>
        <Link href="/notices" className="more-link" aria-label={t('home.allNotices')}>{t('home.all')}<NextIcon size={18} /></Link>
      </div>
      <ul className="rows">{notices.slice(0, shownMax).map((notice) => <NoticeRow key={notice.id} notice={notice} />)}</ul>
    </section>
  )
}
