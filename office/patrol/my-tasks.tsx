import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Due } from '../controls/due.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** My body's tasks, those that are due first on top. */
export function MyTasks({ county }: { county: number }) {
  const { t } = useSay()
  const { data, isError } = useQuery(reading('listCases', { params: { county }, query: { list: 'work', limit: 10 } }))
  if (!data && !isError) return null
  return (
    <section className="patrol-part" aria-labelledby="tasks-due-heading">
      <h2 id="tasks-due-heading">{t('office.patrol.tasks')}</h2>
      {!data && <p className="soft">{t('office.patrol.tasksOffline')}</p>}
      {data?.items.length === 0 && <p className="soft">{t('office.list.none.work')}</p>}
      <ul className="patrol-list">
        {data?.items.map((row) => (
          <li key={row.id}>
            <Link to="/$county/cases/$id" params={{ county, id: row.id }} className="similar-words">
              {row.title}
            </Link>
            <p className="similar-line soft">
              <span className="figures">{row.number}</span>
              {row.due && <Due at={row.due.at} paused={row.due.paused} breached={row.due.breached} />}
            </p>
          </li>
        ))}
      </ul>
      {data?.next && (
        <p>
          <Link to="/$county/$list" params={{ county, list: 'work' }}>
            {t('office.more')}
          </Link>
        </p>
      )}
    </section>
  )
}
