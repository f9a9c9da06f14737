import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../controls/icon.tsx'
import { Unfold } from '../controls/unfold.tsx'
import { NoticeList } from '../account/notice-list.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** Unread notices: how many, and the newest of them. */
export function Bell({ county }: { county: number }) {
  const { t } = useSay()
  const { data } = useQuery({ ...reading('countUnread'), refetchInterval: 60_000 })
  const unread = data?.unread ?? 0
  return (
    <Unfold
      name={t('office.notices.label', { count: unread })}
      label={
        <>
          <Icon name="bell" />
          {unread > 0 && (
            <span className="bell-count figures" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <div className="bell-sheet">
          <NoticeList unread opened={close} />
          <Link to="/$county/notices" params={{ county }} onClick={close}>
            {t('office.notices.all')}
          </Link>
        </div>
      )}
    </Unfold>
  )
}
