import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { BodySelect } from '../controls/body-select.tsx'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { MorePages } from '../controls/more-pages.tsx'
import { readingPages } from '../reading.ts'
import { useSay } from '../say.ts'
import { Invite } from './invite.tsx'
import { PersonPanel } from './person-panel.tsx'
import type { PartProps } from './settings-page.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

/** Who works here, in which posts. */
export function People({ county, mayChange }: PartProps) {
  const { t, name, list } = useSay()
  const { search, open, set } = useSettingsSearch()
  const [left, setLeft] = useState(false)
  const pages = useInfiniteQuery(
    readingPages('listStaff', {
      params: { county },
      query: { body: search.body, words: search.words, left: left || undefined, limit: 50 },
    }),
  )
  const rows = pages.data?.pages.flatMap(({ items }) => items)
  const chosen = rows?.find(({ person }) => person === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <FilterRow>
          <Input.Search
            className="filter-words"
            allowClear
            aria-label={t('office.people.search')}
            placeholder={t('office.people.search')}
            defaultValue={search.words}
            onSearch={(words) => set({ words: words.trim() || undefined })}
          />
          <span className="filter filter-body">
            <BodySelect
              county={county}
              label={t('office.posts.body')}
              placeholder={t('office.posts.body')}
              allowClear
              value={search.body}
              onChange={(body) => set({ body })}
            />
          </span>
          <label className="check">
            <input type="checkbox" checked={left} onChange={(event) => setLeft(event.target.checked)} />
            {t('office.people.withLeft')}
          </label>
          {mayChange && (
            <Button className="push" onClick={() => open('new')}>
              <Icon name="plus" /> {t('office.people.invite')}
            </Button>
          )}
        </FilterRow>
        {pages.isError ? <Failing error={pages.error} retry={() => void pages.refetch()} /> : null}
        {pages.isPending && <Loading lines={8} />}
        {rows?.length === 0 && <Empty title={t('office.list.noneFound')} />}
        {rows && rows.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('office.settings.parts.people')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('office.people.name')}</th>
                <th scope="col">{t('office.people.login')}</th>
                <th scope="col">{t('office.people.phone')}</th>
                <th scope="col">{t('office.people.posts')}</th>
                <th scope="col">{t('office.people.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.person} className={row.person === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => open(row.person)}>
                      {row.name}
                    </button>
                  </th>
                  <td className="figures">{row.login}</td>
                  <td className="figures">{row.phone ?? <span className="soft">—</span>}</td>
                  <td>
                    {row.posts.length > 0 ? (
                      list(row.posts.map((post) => `${name(post.body.name)} ${name(post.title)}`))
                    ) : (
                      <span className="waits">{t('office.people.noPost')}</span>
                    )}
                  </td>
                  <td>{t(`organisation.staffStates.${row.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <MorePages of={pages} />
      </div>
      {search.open === 'new' && mayChange ? <Invite county={county} /> : null}
      {chosen && <PersonPanel key={chosen.person} county={county} row={chosen} mayChange={mayChange} />}
    </div>
  )
}
