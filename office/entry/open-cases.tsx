import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '#contract/cases.ts'
import { timeWords } from '#screen/time.ts'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

const perList = 100
const open = ['intake', 'dispatch', 'work'] as const

/** What is open at one's own desk and in one's own body, with room for notes by hand. No names and no numbers of people. */
export function OpenCases({ county }: { county: number }) {
  const { t, name } = useSay()
  const reader = useReader()
  const lists = useQueries({ queries: open.map((list) => reading('listCases', { params: { county }, query: { list, limit: perList } })) })
  const failed = lists.find(({ isError }) => isError)
  if (failed) return <Failing error={failed.error} retry={() => void failed.refetch()} />
  if (lists.some(({ isPending }) => isPending)) return <Loading lines={9} />
  const rows = [...new Map(lists.flatMap(({ data }) => data?.items ?? []).map((row) => [row.id, row])).values()]
  const isMore = lists.some(({ data }) => data?.next)
  if (rows.length === 0) return <Empty title={t('office.entry.paper.none')} />
  return (
    <article className="paper" aria-labelledby="open-heading">
      <h2 id="open-heading">{t('office.entry.paper.listTitle')}</h2>
      <p className="paper-of">{t('office.entry.paper.at', { time: timeWords(reader.now, reader) })}</p>
      <div className="paper-scroll">
        <table className="paper-list">
          <thead>
            <tr>
              {(['number', 'title', 'place', 'state', 'due', 'handler'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`office.columns.${column}`)}
                </th>
              ))}
              <th scope="col" className="paper-note">
                {t('office.entry.paper.note')}
              </th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <OpenCase key={row.id} row={row} due={row.due ? timeWords(row.due.at, reader) : '—'} state={t(`casework.states.${row.state}`)} place={row.place.slice(-1).map(name).join('')} body={name((row.task?.body ?? row.desk).name)} note={t('office.entry.paper.note')} />)}</tbody>
        </table>
      </div>
      {isMore && <p className="soft">{t('office.entry.paper.more', { count: rows.length })}</p>}
    </article>
  )
}

function OpenCase({ row, due, state, place, body, note }: { row: CaseRow; due: string; state: string; place: string; body: string; note: string }) {
  return (
    <tr>
      <td className="figures">
        <Link to="/$county/cases/$id" params={{ county: row.county, id: row.id }}>
          {row.number}
        </Link>
      </td>
      <td>{row.title}</td>
      <td>{place}</td>
      <td>{state}</td>
      <td className="figures">{due}</td>
      <td>{row.task?.handler ?? body}</td>
      <td aria-label={note} />
    </tr>
  )
}
