import { Link } from 'wouter'
import type { Notice } from '#contract/notices.ts'
import { useTime } from '../frame/use-time.ts'
import { useWords } from '../frame/use-words.ts'
import { useCaseWords } from '../matter/case-words.ts'
import '../matters/rows.css'
import './notices.css'

/** One notice; it leads to what it is about. Unread ones are marked by a dot, by weight and for readers of the page in words. */
export function NoticeRow({ notice, inGroup = false }: { notice: Notice; inGroup?: boolean }) {
  const t = useWords()
  const words = useCaseWords()
  const { ago } = useTime()
  const unread = notice.readAt === null
  const title = (
    <span className="row-title">
      {unread && <span className="unseen">{t('notices.unread')}</span>}
      {words.notice(notice)}
    </span>
  )
  return (
    <li className={unread ? 'row notice unread' : 'row notice'}>
      <div className="row-words">
        {isMatter(notice) ? <Link href={`/matters/${notice.county}/${notice.subject.id}`}>{title}</Link> : title}
        <span className="row-meta">
          <span>{ago(notice.at)}</span>
          {!inGroup && notice.subject.number && <span>{notice.subject.number}</span>}
        </span>
      </div>
    </li>
  )
}

const isMatter = ({ subject }: Notice) => subject.kind === 'case'
