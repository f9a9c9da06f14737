import { Link } from '@tanstack/react-router'
import type { CaseList, CaseRow } from '#contract/cases.ts'
import { useReason } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { CaseCell } from './case-cell.tsx'
import type { Column } from './columns.ts'
import type { BulkResults } from './use-bulk.ts'
import type { ListKeys } from './use-list-keys.ts'
import type { Selection } from './use-selection.ts'

interface Props {
  county: number
  list: CaseList
  rows: CaseRow[]
  columns: Column[]
  /** Absent where nothing can be done with several rows. */
  selection: Selection | undefined
  results: BulkResults
  keys: ListKeys
  isStale: boolean
}

export function CaseTable({ county, list, rows, columns, selection, results, keys, isStale }: Props) {
  const { t } = useSay()
  const reason = useReason()
  const areAll = selection ? rows.every(({ id }) => selection.has(id)) : false
  const number = columns.includes('number')
  const others = columns.filter((column) => column !== 'number')
  return (
    <table className={isStale ? 'cases cases-stale' : 'cases'} aria-busy={isStale}>
      <caption className="sr-only">{t(`office.menu.${list}`)}</caption>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className="cell-select">
              <input
                type="checkbox"
                checked={areAll}
                aria-label={t('office.list.selectAll')}
                onChange={() => selection.setAll(!areAll)}
              />
            </th>
          )}
          {number && (
            <th scope="col" className="cell-number">
              {t('office.columns.number')}
            </th>
          )}
          <th scope="col" className="cell-title">
            {t('office.columns.title')}
          </th>
          {others.map((column) => (
            <th key={column} scope="col" className={`cell-${column}`}>
              {t(`office.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const refused = results.get(row.id)
          const classes = [selection?.has(row.id) && 'row-selected', keys.current === row.id && 'row-current']
            .filter(Boolean)
            .join(' ')
          return (
            <tr key={row.id} className={classes || undefined} onFocus={() => keys.setCurrent(row.id)}>
              {selection && (
                <td className="cell-select">
                  <input
                    type="checkbox"
                    checked={selection.has(row.id)}
                    aria-label={t('office.list.select', { number: row.number })}
                    onChange={() => selection.toggle(row.id)}
                  />
                </td>
              )}
              {number && <td className="cell-number figures">{row.number}</td>}
              <th scope="row" className="cell-title">
                <Link
                  to="/$county/cases/$id"
                  params={{ county, id: row.id }}
                  id={keys.linkOf(row.id)}
                  title={row.title}
                >
                  {row.title}
                </Link>
                {refused && <span className="row-refused">{reason(refused)}</span>}
              </th>
              {others.map((column) => (
                <td key={column} className={`cell-${column}`} data-label={t(`office.columns.${column}`)}>
                  <CaseCell row={row} column={column} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
