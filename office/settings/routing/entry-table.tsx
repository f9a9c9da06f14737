import { useMemo, useState, type ReactNode } from 'react'
import { Input } from 'antd'
import type { NamedEntry } from '#contract/routing.ts'
import { Empty } from '../../controls/empty.tsx'
import { FilterRow } from '../../controls/filter-row.tsx'
import { useSay } from '../../say.ts'
import { useEntryWords } from './entry-words.ts'

interface Props {
  entries: NamedEntry[]
  /** What is wrong with an entry, by its id. */
  faults?: ReadonlyMap<string, string>
  chosen?: string
  open?: (id: string) => void
  children?: ReactNode
}

const shownMax = 100

/** Entries of a catalogue, found by any of their words. */
export function EntryTable({ entries, faults, chosen, open, children }: Props) {
  const { t, name, list } = useSay()
  const words = useEntryWords()
  const [sought, setSought] = useState('')
  const found = useMemo(() => {
    const asked = sought.trim().toLowerCase().split(/\s+/)
    const textOf = (entry: NamedEntry) =>
      [words.sentence(entry), ...entry.assists.map((body) => name(body.name)), entry.ground ?? ''].join(' ').toLowerCase()
    return sought.trim() === '' ? entries : entries.filter((entry) => asked.every((word) => textOf(entry).includes(word)))
  }, [entries, sought, words, name])
  const sorted = faults?.size ? found.toSorted((a, b) => Number(faults.has(b.id)) - Number(faults.has(a.id))) : found
  return (
    <>
      <FilterRow>
        <Input
          className="filter-words"
          allowClear
          aria-label={t('policies.routing.force.search')}
          placeholder={t('policies.routing.force.search')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <span className="soft">{t('policies.routing.force.entries', { count: found.length })}</span>
        {children}
      </FilterRow>
      {found.length === 0 ? (
        <Empty title={t('policies.routing.force.noneFound')} />
      ) : (
        <table className="plain entries">
          <caption className="sr-only">{t('office.settings.parts.routing')}</caption>
          <thead>
            <tr>
              {(['category', 'place', 'owner', 'lead', 'assists', 'ground'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`policies.routing.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shownMax).map((entry) => (
              <tr key={entry.id} className={entry.id === chosen ? 'row-selected' : undefined}>
                <th scope="row">
                  {open ? (
                    <button type="button" className="row-open" onClick={() => open(entry.id)}>
                      {words.category(entry)}
                    </button>
                  ) : (
                    words.category(entry)
                  )}
                  {(entry.from || entry.until) && <span className="rule-hint figures">{words.days(entry)}</span>}
                </th>
                <td className={entry.place === null ? 'soft' : undefined}>{words.place(entry)}</td>
                <td className={entry.owner === null ? 'soft' : undefined}>{words.owner(entry)}</td>
                <td>
                  <strong>{name(entry.lead.name)}</strong>
                  {faults?.has(entry.id) && <p className="entry-faulty">{faults.get(entry.id)}</p>}
                </td>
                <td className={entry.assists.length > 0 ? undefined : 'soft entry-none'}>
                  {entry.assists.length > 0 ? list(entry.assists.map((body) => name(body.name))) : '—'}
                </td>
                <td className={entry.ground ? 'soft' : 'soft entry-none'}>{entry.ground ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.length > shownMax && <p className="entries-more">{t('policies.routing.force.shown', { count: shownMax })}</p>}
    </>
  )
}
