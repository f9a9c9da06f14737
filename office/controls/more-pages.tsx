import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../say.ts'

interface Props {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  /** What stands beside it, such as how many there are. */
  children?: ReactNode
}

/** The next page of a list, for as long as there is one. */
export function MorePages({ of, children }: Props) {
  const { t } = useSay()
  if (!of.hasNextPage) return null
  return (
    <p className="list-more">
      <Button onClick={() => void of.fetchNextPage()} loading={of.isFetchingNextPage}>
        {t('office.more')}
      </Button>
      {children}
    </p>
  )
}
