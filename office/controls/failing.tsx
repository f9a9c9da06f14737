import { Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { createElement } from 'react'
import { Refused, Unreachable } from '#screen/api.ts'
import { useSay } from '../say.ts'
import { useWhy } from './why.ts'

interface Props {
  error: unknown
  /** Tries again what failed. Without it the whole page is read anew. */
  retry?: () => void
  /** It stands in the place of a whole page: its heading is the page's, and there is a way on. */
  isPage?: boolean
  reset?: () => void
}

/** What stands in the place of something that could not be shown: what happened and what to do. */
export function Failing({ error, retry, reset, isPage = false }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const router = useRouter()
  const again =
    retry ??
    (() => {
      reset?.()
      void router.invalidate()
    })
  const isFinal = error instanceof Refused && [403, 404, 410].includes(error.problem.status)
  return (
    <div className="failing" role="alert">
      {createElement(isPage ? 'h1' : 'h2', null, t(headingOf(error)))}
      <p>{why(error)}</p>
      {isFinal ? null : <Button onClick={again}>{t('office.again')}</Button>}
      {isFinal && isPage ? <Link to="/">{t('office.missing.back')}</Link> : null}
    </div>
  )
}

function headingOf(error: unknown) {
  if (error instanceof Unreachable) return 'office.failing.unreachable'
  if (error instanceof Refused && error.problem.status === 403) return 'office.failing.forbidden'
  if (error instanceof Refused && [404, 410].includes(error.problem.status)) return 'office.failing.missing'
  return 'office.failing.other'
}
