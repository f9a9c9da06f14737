import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { bodyKinds, type BodyKind } from './body-kinds.ts'
import { BodyPanel } from './body-panel.tsx'
import { NewBody } from './new-body.tsx'
import { RemitsTable } from './remits-table.tsx'
import type { PartProps } from './settings-page.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

export function Bodies({ county, mayChange }: PartProps) {
  const { t, name } = useSay()
  const mayKeepDuties = useSession().may('routing.draft')
  const { search, open, set } = useSettingsSearch()
  const [kind, setKind] = useState<BodyKind>()
  const [closed, setClosed] = useState(false)
  const { data, error, refetch } = useQuery(
    reading('listBodies', { params: { county }, query: { kind, closed: closed || undefined } }),
  )
  const words = search.words ?? ''
  const rows = useMemo(
    () =>
      data?.items.filter((body) => `${body.name.zh} ${body.name.en ?? ''}`.toLowerCase().includes(words.toLowerCase())),
    [data, words],
  )
  const chosen = data?.items.find(({ id }) => id === search.open)
  return (
    <div className="settings-split">
      <div className="settings-list">
        <FilterRow>
          <Input
            className="filter-words"
            allowClear
            aria-label={t('office.settings.search')}
            placeholder={t('office.settings.search')}
            value={words}
            onChange={(event) => set({ words: event.target.value || undefined })}
          />
          <Select
            aria-label={t('office.bodies.kind')}
            className="filter"
            placeholder={t('office.bodies.kind')}
            allowClear
            value={kind}
            onChange={setKind}
            options={bodyKinds.map((one) => ({ value: one, label: t(`organisation.bodyKinds.${one}`) }))}
          />
          <label className="check">
            <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
            {t('office.bodies.withClosed')}
          </label>
          <span className="push list-tools">
            {mayKeepDuties && <Button onClick={() => open('remits')}>{t('office.bodies.remits.table')}</Button>}
            {mayChange && (
              <Button onClick={() => open('new')}>
                <Icon name="plus" /> {t('office.bodies.new')}
              </Button>
            )}
          </span>
        </FilterRow>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading lines={8} /> : null}
        {rows?.length === 0 && <Empty title={t('office.list.noneFound')} />}
        {rows && rows.length > 0 ? (
          <table className="plain">
            <caption className="sr-only">{t('office.settings.parts.bodies')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('office.settings.name')}</th>
                <th scope="col">{t('office.bodies.kind')}</th>
                <th scope="col">{t('office.bodies.region')}</th>
                <th scope="col">{t('office.bodies.parent')}</th>
                <th scope="col">{t('office.bodies.desk')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((body) => (
                <tr key={body.id} className={body.id === search.open ? 'row-selected' : undefined}>
                  <th scope="row">
                    <button type="button" className="row-open" onClick={() => open(body.id)}>
                      {name(body.name)}
                    </button>
                    {body.closedAt && <span className="tree-mark">{t('office.bodies.closed')}</span>}
                  </th>
                  <td>{t(`organisation.bodyKinds.${body.kind}`)}</td>
                  <td>{name(body.region.name)}</td>
                  <td>{body.parent ? name(body.parent.name) : <span className="soft">—</span>}</td>
                  <td>{body.isDesk ? t('office.yes') : <span className="soft">—</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {search.open === 'new' && mayChange ? <NewBody county={county} /> : null}
      {search.open === 'remits' && mayKeepDuties ? <RemitsTable county={county} /> : null}
      {chosen && <BodyPanel key={chosen.id} body={chosen} mayChange={mayChange} />}
    </div>
  )
}
