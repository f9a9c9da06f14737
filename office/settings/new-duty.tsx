import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Post } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Field } from '../controls/field.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { dayAfter, instantOf } from '../zone-time.ts'
import { PanelForm } from './panel-form.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

/** Puts the holder of a post on duty. An end before the beginning is on the next day. */
export function NewDuty({ county, body, day: begun }: { county: number; body: string; day: string }) {
  const { t, name } = useSay()
  const { zone } = useReader()
  const { close } = useSettingsSearch()
  const own = useQuery(reading('listPosts', { params: { county }, query: { body } }))
  const stationed = useQuery(reading('listPosts', { params: { county }, query: { stationedAt: body } }))
  const [key, setKey] = useState(() => newId())
  const [holder, setHolder] = useState<string>()
  const [day, setDay] = useState(begun)
  const [from, setFrom] = useState('08:30')
  const [to, setTo] = useState('17:30')
  const [post, person] = holder?.split('/') ?? []
  const isOvernight = to <= from
  const putting = useChange(
    () =>
      call('putOnDuty', {
        params: { county },
        body: {
          body,
          post: post!,
          person: person!,
          from: instantOf(day, from, zone),
          to: instantOf(isOvernight ? dayAfter(day, 1) : day, to, zone),
        },
        key,
      }),
    ['listDuties', 'listStationed'],
    () => {
      setKey(newId())
      setDay(dayAfter(day, 1))
    },
  )
  const optionsOf = (posts: readonly Post[] = []) =>
    posts.flatMap((one) =>
      one.holders.map((held) => ({
        value: `${one.id}/${held.person}`,
        label: t(one.body.id === body ? 'office.roster.holder' : 'office.roster.holderAway', {
          name: held.name,
          title: name(one.title),
          body: name(one.body.name),
        }),
      })),
    )
  const away = optionsOf(stationed.data?.items)
  const options = [
    { label: t('office.roster.own'), title: '', options: optionsOf(own.data?.items) },
    ...(away.length > 0 ? [{ label: t('office.roster.stationed.title'), title: '', options: away }] : []),
  ]
  return (
    <SidePanel title={t('office.roster.put')} close={close}>
      <PanelForm
        submit={t('office.roster.put')}
        canSend={holder !== undefined && day !== '' && from !== '' && to !== ''}
        isSending={putting.isPending}
        error={putting.error}
        send={() => putting.mutate(undefined)}
      >
        <Field label={t('office.roster.who')}>
          {(id) => (
            <Select
              id={id}
              aria-label={t('office.roster.who')}
              className="wide"
              value={holder}
              onChange={setHolder}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={t('office.roster.noHolder')}
            />
          )}
        </Field>
        <Field label={t('office.roster.day')}>
          {(id) => (
            <input
              id={id}
              type="date"
              required
              className="line-input"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <div className="two-fields">
          <Field label={t('office.roster.from')}>
            {(id) => (
              <input
                id={id}
                type="time"
                required
                className="line-input"
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('office.roster.to')} hint={isOvernight ? t('office.roster.overnight') : undefined}>
            {(id, describedBy) => (
              <input
                id={id}
                aria-describedby={describedBy}
                type="time"
                required
                className="line-input"
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            )}
          </Field>
        </div>
      </PanelForm>
      {putting.isSuccess && (
        <p className="field-hint" aria-live="polite">
          {t('office.roster.done')}
        </p>
      )}
    </SidePanel>
  )
}
