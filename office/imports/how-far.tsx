import type { Operations } from '#contract/index.ts'
import { useSay } from '../say.ts'

type One = Operations['readImport']['reply']

/** How many rows are read, of how many where that is known. */
export function Progress({ one: { read, total } }: { one: Pick<One, 'read' | 'total'> }) {
  const { t } = useSay()
  return (
    <>
      <progress className="import-progress" aria-label={t('imports.page.columns.rows')} {...(total === null ? {} : { value: read, max: total })} />
      <p className="soft figures">{total === null ? t('imports.page.read', { read }) : t('imports.page.readOf', { read, total })}</p>
    </>
  )
}

/** What rows came to, or would come to. */
export function Counted({ one }: { one: One }) {
  const { t } = useSay()
  if (one.read === 0) return null
  const isWish = one.state === 'checking' || one.state === 'checked'
  const counts = [
    [isWish ? 'imports.page.wouldCome' : 'imports.page.columns.in', one.in],
    ['imports.page.columns.before', one.before],
    ['imports.page.columns.bad', one.bad],
  ] as const
  return (
    <>
      <dl className="import-counts">
        {counts.map(([key, count]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd className="figures">{count}</dd>
          </div>
        ))}
      </dl>
      {one.encoding ? <p className="soft">{t('imports.page.encoding', { encoding: one.encoding.toUpperCase() })}</p> : null}
    </>
  )
}
