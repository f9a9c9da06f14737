import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Notice } from '#contract/notices.ts'
import { call } from '#screen/api.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { When } from '../controls/when.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'

/** Notices by matter, newest first. Opening a matter reads its notices. */
export function NoticeList({ unread, opened }: { unread?: boolean; opened?: () => void }) {
  const { t } = useSay()
  const memory = useQueryClient()
  const pages = useInfiniteQuery(readingPages('listNotices', { query: { unread: unread || undefined, limit: 30 } }))
  const read = useMutation({
    mutationFn: (which: { subject?: string; all?: boolean }) => call('readNotices', { body: which }),
    onSuccess: () => {
      void memory.invalidateQueries({ queryKey: ['listNotices'] })
      void memory.invalidateQueries({ queryKey: ['countUnread'] })
    },
  })
  if (pages.isPending) return <Loading lines={4} />
  if (pages.isError) return <Failing error={pages.error} retry={() => void pages.refetch()} />
  const notices = pages.data.pages.flatMap(({ items }) => items)
  if (notices.length === 0) return <Empty title={t(unread ? 'office.notices.noneUnread' : 'office.notices.none')} />
  return (
    <>
      {notices.some(({ readAt }) => !readAt) && (
        <button type="button" className="link notices-read-all" onClick={() => read.mutate({ all: true })}>
          {t('office.notices.readAll')}
        </button>
      )}
      <ul className="notices">
        {bySubject(notices).map(({ subject, county, items }) => (
          <li key={subject.id} className={items.some(({ readAt }) => !readAt) ? 'notices-unread' : undefined}>
            <NoticeSubject
              subject={subject}
              county={county}
              opened={() => {
                if (items.some(({ readAt }) => !readAt)) read.mutate({ subject: subject.id })
                opened?.()
              }}
            />
            <ul>
              {items.map((notice) => (
                <li key={notice.id} className={notice.readAt ? undefined : 'notice-unread'}>
                  <span>{t(`notices.${notice.kind}`, { ...notice.values, defaultValue: notice.kind })}</span>{' '}
                  <span className="soft">
                    <When at={notice.at} />
                  </span>
                </li>
              ))}
            </ul>
            {items.some(({ readAt }) => !readAt) && (
              <button type="button" className="link" onClick={() => read.mutate({ subject: subject.id })}>
                {t('office.notices.read')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!opened && <MorePages of={pages} />}
    </>
  )
}

/** What a notice is about, as the way there. */
function NoticeSubject({
  subject,
  county,
  opened,
}: {
  subject: Notice['subject']
  county: number
  opened: () => void
}) {
  const { t } = useSay()
  if (subject.kind === 'case')
    return (
      <Link to="/$county/cases/$id" params={{ county, id: subject.id }} className="figures" onClick={opened}>
        {subject.number ?? t('office.menu.cases')}
      </Link>
    )
  if (subject.kind === 'digest')
    return (
      <Link to="/$county/decisions" params={{ county }} search={{ side: 'digest' }} onClick={opened}>
        {t('office.digest.title')}
      </Link>
    )
  if (subject.kind === 'membership')
    return (
      <Link to="/$county/memberships" params={{ county }} onClick={opened}>
        {t('office.menu.memberships')}
      </Link>
    )
  if (subject.kind === 'import')
    return (
      <Link to="/$county/imports/$id" params={{ county, id: subject.id }} onClick={opened}>
        {t('office.menu.imports')}
      </Link>
    )
  if (subject.kind === 'person')
    return (
      <Link
        to="/$county/settings/{-$part}"
        params={{ county, part: 'people' }}
        search={{ open: subject.id }}
        onClick={opened}
      >
        {t('office.settings.parts.people')}
      </Link>
    )
  return null
}

interface Bundle {
  subject: Notice['subject']
  county: number
  items: Notice[]
}

function bySubject(notices: Notice[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const notice of notices) {
    const bundle = bundles.get(notice.subject.id) ?? { subject: notice.subject, county: notice.county, items: [] }
    bundle.items.push(notice)
    bundles.set(notice.subject.id, bundle)
  }
  return [...bundles.values()]
}
