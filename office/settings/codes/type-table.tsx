import { Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { typeKeyOf, type CodeType } from '#contract/site-codes.ts'
import { Empty } from '../../controls/empty.tsx'
import { FilterRow } from '../../controls/filter-row.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'

interface Props {
  county: number
  types: readonly CodeType[]
  /** What is wrong with a line, by its key. */
  faults?: ReadonlyMap<string, string>
  chosen?: string
  open?: (key: string) => void
  children?: ReactNode
}

const shownMax = 200

/** The types of a list, found by any of their words. */
export function TypeTable({ county, types, faults, chosen, open, children }: Props) {
  const { t, name } = useSay()
  const [sought, setSought] = useState('')
  const { data: categories } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  const { data: routing } = useQuery({ ...reading('readRouting', { params: { county } }), staleTime: 300_000 })
  const categoryOf = (key: string) => {
    const found = categories?.items.find((one) => one.key === key)
    return found ? name(found.name) : key
  }
  const ownerOf = (key: string | null) => {
    const found = routing?.owners.find((one) => one.key === key)
    return found ? name(found.name) : (key ?? t('codes.list.noOwner'))
  }
  const wordsOf = (one: CodeType) => `${t(`codes.thing.${one.thing}`)} ${one.class}${one.type} ${name(one.className)} ${name(one.name)} ${categoryOf(one.category)} ${ownerOf(one.owner)}`.toLowerCase()
  const asked = sought.trim().toLowerCase().split(/\s+/)
  const found = sought.trim() === '' ? types : types.filter((one) => asked.every((word) => wordsOf(one).includes(word)))
  return (
    <>
      <FilterRow>
        <Input className="filter-words" allowClear aria-label={t('codes.list.search')} placeholder={t('codes.list.search')} value={sought} onChange={(event) => setSought(event.target.value)} />
        <span className="soft">{t('codes.list.count', { count: found.length })}</span>
        {children}
      </FilterRow>
      {found.length === 0 ? (
        <Empty title={t(types.length === 0 ? 'codes.list.noneInDraft' : 'codes.list.noneFound')} />
      ) : (
        <table className="plain entries">
          <caption className="sr-only">{t('office.settings.parts.codes')}</caption>
          <thead>
            <tr>
              {(['name', 'className', 'thing', 'category', 'owner'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`codes.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shownMax).map((one) => {
              const key = typeKeyOf(one)
              return (
                <tr key={key} className={key === chosen ? 'row-selected' : undefined}>
                  <th scope="row">
                    {open ? (
                      <button type="button" className="row-open" onClick={() => open(key)}>
                        {name(one.name)}
                      </button>
                    ) : (
                      name(one.name)
                    )}
                    <span className="rule-hint figures">{`${one.class} ${one.type}`}</span>
                    {faults?.has(key) && <p className="entry-faulty">{faults.get(key)}</p>}
                  </th>
                  <td>{name(one.className)}</td>
                  <td>{t(`codes.thing.${one.thing}`)}</td>
                  <td>{categoryOf(one.category)}</td>
                  <td className={one.owner === null ? 'soft' : undefined}>{ownerOf(one.owner)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {found.length > shownMax && <p className="entries-more">{t('codes.list.shown', { count: shownMax })}</p>}
    </>
  )
}
