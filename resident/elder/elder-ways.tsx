import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Membership } from '#contract/oneself.ts'
import { askMyMatters } from '../asking/matters.ts'
import { askUnread } from '../asking/notices.ts'
import { BellIcon, MattersIcon, NextIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { CallCommunity } from './call-community.tsx'

/** In the place of Home's lists: where they lead, each with how much waits there. */
export function ElderWays({ membership }: { membership: Membership | null }) {
  const t = useWords()
  const rows = useInfiniteQuery(askMyMatters(true)).data?.pages.flatMap(({ items }) => items) ?? []
  const waiting = rows.filter(({ waitsForMe }) => waitsForMe).length
  const unread = useQuery(askUnread).data ?? 0
  return (
    <ul className="elder-ways">
      <Way to="/matters" icon={<MattersIcon />} name={t('home.myMatters')} waits={waiting > 0 && t('elder.waiting', { count: waiting })} />
      <Way to="/notices" icon={<BellIcon />} name={t('home.bell')} waits={unread > 0 && t('elder.unread', { count: unread })} />
      {membership?.telephone && <li><CallCommunity membership={membership} /></li>}
    </ul>
  )
}

const Way = ({ to, icon, name, waits }: { to: string; icon: ReactNode; name: string; waits: string | false }) => (
  <li>
    <Link href={to} className="elder-way">
      {icon}
      <span className="elder-way-words">
        <span>{name}</span>
        {waits && <span className="waits">{waits}</span>}
      </span>
      <NextIcon />
    </Link>
  </li>
)
