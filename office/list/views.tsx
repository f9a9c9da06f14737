import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import type { CaseList } from '#contract/cases.ts'
import { Icon } from '../controls/icon.tsx'
import { Unfold } from '../controls/unfold.tsx'
import { useSay } from '../say.ts'
import type { ListSearch } from '../search.ts'
import { useCounty, useSession } from '../session.ts'
import { isSameSearch, useSavedViews } from './saved-views.ts'

const exactly = { exact: true, includeSearch: true }
const current = { className: 'view-current' }

/** The whole list and the views of it that one has saved. */
export function Views({ list, search }: { list: CaseList; search: ListSearch }) {
  const { t } = useSay()
  const county = useCounty()
  const { me } = useSession()
  const { views, save, remove } = useSavedViews(me.person, list)
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  const shown = views.find((view) => isSameSearch(view.search, search))
  return (
    <nav className="views" aria-label={t('office.views.label')}>
      <Link
        to="/$county/$list"
        params={{ county, list }}
        search={{}}
        className="view"
        activeOptions={exactly}
        activeProps={current}
      >
        {t('office.views.all')}
      </Link>
      {views.map((view) => (
        <Link
          key={view.name}
          to="/$county/$list"
          params={{ county, list }}
          search={view.search}
          className="view"
          activeOptions={exactly}
          activeProps={current}
        >
          {view.name}
        </Link>
      ))}
      {shown && (
        <button
          type="button"
          className="view-remove"
          aria-label={t('office.views.remove', { name: shown.name })}
          title={t('office.views.remove', { name: shown.name })}
          onClick={() => remove(shown.name)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
      {isFiltered && !shown ? (
        <Unfold name={t('office.views.save')} className="view view-save" label={t('office.views.save')}>
          {(close) => <SaveView save={(name) => save(name, search)} close={close} />}
        </Unfold>
      ) : null}
    </nav>
  )
}

function SaveView({ save, close }: { save: (name: string) => void; close: () => void }) {
  const { t } = useSay()
  const [name, setName] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    save(name.trim())
    close()
  }
  return (
    <form className="save-view" onSubmit={keep}>
      <input
        className="line-input"
        aria-label={t('office.views.name')}
        placeholder={t('office.views.name')}
        value={name}
        maxLength={20}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!name.trim()}>
        {t('office.save')}
      </Button>
    </form>
  )
}
