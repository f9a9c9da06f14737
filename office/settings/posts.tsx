import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { BodySelect } from '../controls/body-select.tsx'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { NewPost } from './new-post.tsx'
import { PostPanel } from './post-panel.tsx'
import type { PartProps } from './settings-page.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

/** Posts by body, with who holds them: all authority comes through them. */
export function Posts({ county, mayChange }: PartProps) {
  const { t, name, list } = useSay()
  const { search, open, set } = useSettingsSearch()
  const [ended, setEnded] = useState(false)
  const { data, error, refetch } = useQuery(
    reading('listPosts', { params: { county }, query: { body: search.body, ended: ended || undefined } }),
  )
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <FilterRow>
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
            <input type="checkbox" checked={ended} onChange={(event) => setEnded(event.target.checked)} />
            {t('office.posts.withEnded')}
          </label>
          {mayChange && (
            <Button className="push" onClick={() => open('new')}>
              <Icon name="plus" /> {t('office.posts.new')}
            </Button>
          )}
        </FilterRow>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={8} /> : null}
        {data?.items.length === 0 && <Empty title={t('office.list.noneFound')} />}
        {data && data.items.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('office.settings.parts.posts')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('office.posts.title')}</th>
                <th scope="col">{t('office.posts.body')}</th>
                <th scope="col">{t('office.posts.role')}</th>
                <th scope="col">{t('office.posts.region')}</th>
                <th scope="col">{t('office.posts.holders')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((post) => (
                <tr key={post.id} className={post.id === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => open(post.id)}>
                      {name(post.title)}
                    </button>
                  </th>
                  <td>
                    {name(post.body.name)}
                    {post.stationedAt && <span className="soft"> → {name(post.stationedAt.name)}</span>}
                  </td>
                  <td>{t(`organisation.roles.${post.role}`)}</td>
                  <td>{name(post.region.name)}</td>
                  <td>
                    {post.holders.length > 0 ? (
                      list(post.holders.map((holder) => holder.name))
                    ) : (
                      <span className="waits">{t('office.posts.vacant')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {search.open === 'new' && mayChange ? <NewPost county={county} /> : null}
      {chosen && <PostPanel key={chosen.id} post={chosen} mayChange={mayChange} />}
    </div>
  )
}
