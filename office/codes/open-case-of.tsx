import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StateMark } from '../controls/state-mark.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  county: number
  /** The whole code of one component. */
  code: string
  apart: boolean
  setApart: (apart: boolean) => void
}

/** The same component has an open case: what is reported now is added to it, unless it is another trouble. */
export function OpenCaseOf({ county, code, apart, setApart }: Props) {
  const { t } = useSay()
  const { data } = useQuery({ ...reading('listCases', { params: { county }, query: { list: 'cases', open: true, code, limit: 1 } }), staleTime: 0, retry: false })
  const found = data?.items[0]
  if (!found) return null
  return (
    <section className="quiet-line" aria-live="polite" aria-label={t('codes.report.open')}>
      <p>
        {t('codes.report.open')} <Link to="/$county/cases/$id" params={{ county, id: found.id }} className="figures">{found.number}</Link> <StateMark state={found.state} /> {found.title}
      </p>
      <p className="soft">{t('codes.report.joins')}</p>
      <label className="check">
        <input type="checkbox" checked={apart} onChange={({ target }) => setApart(target.checked)} />
        {t('codes.report.apart')}
      </label>
    </section>
  )
}
