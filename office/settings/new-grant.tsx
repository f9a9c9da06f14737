import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Area } from '../controls/area.tsx'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { instantOf } from '../zone-time.ts'
import { useActionWords } from './action-words.ts'
import { CategoriesField } from './categories-field.tsx'
import { PanelForm } from './panel-form.tsx'
import { PostSelect } from './post-select.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

/** Gives an action that one holds, or a whole role, to a post or a body. */
export function NewGrant({ county }: { county: number }) {
  const { t } = useSay()
  const { me } = useSession()
  const { zone } = useReader()
  const actionWords = useActionWords()
  const { close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const { data: roles } = useQuery({ ...reading('listRoles'), staleTime: Infinity })
  const [toPost, setToPost] = useState(true)
  const [post, setPost] = useState<string>()
  const [body, setBody] = useState<string>()
  const [action, setAction] = useState<string>()
  const [region, setRegion] = useState<number | undefined>(county)
  const [categories, setCategories] = useState<string[]>([])
  const [lastDay, setLastDay] = useState('')
  const [mayDelegate, setMayDelegate] = useState(false)
  const [reportAfterwards, setReportAfterwards] = useState(false)
  const [reason, setReason] = useState('')
  const giving = useChange(
    () =>
      call('giveGrant', {
        params: { county },
        body: {
          ...(toPost ? { post } : { body }),
          action: action!,
          region: region!,
          categories: categories.length > 0 ? categories : undefined,
          mayDelegate,
          reportAfterwards,
          validTo: lastDay ? instantOf(lastDay, '23:59', zone) : undefined,
          reason: reason.trim(),
        },
        key,
      }),
    ['listGrants'],
    ({ id }) => open(id),
  )
  const canSend =
    (toPost ? post : body) !== undefined && action !== undefined && region !== undefined && reason.trim() !== ''
  const options = [
    {
      label: t('office.grants.actions'),
      title: '',
      options: me.actions.map((one) => ({ value: one, label: actionWords(one) })),
    },
    {
      label: t('office.grants.roles'),
      title: '',
      options: (roles?.items ?? []).map(({ role }) => ({ value: `role:${role}`, label: actionWords(`role:${role}`) })),
    },
  ]
  return (
    <SidePanel title={t('office.grants.new')} close={close}>
      <PanelForm
        submit={t('office.grants.give')}
        canSend={canSend}
        isSending={giving.isPending}
        error={giving.error}
        send={() => giving.mutate(undefined)}
      >
        <Segmented
          aria-label={t('office.grants.to')}
          value={toPost ? 'post' : 'body'}
          onChange={(chosen) => setToPost(chosen === 'post')}
          options={[
            { value: 'post', label: t('office.grants.toPost') },
            { value: 'body', label: t('office.grants.toBody') },
          ]}
        />
        {toPost ? (
          <Field label={t('office.people.post')}>
            {(id) => (
              <PostSelect id={id} county={county} label={t('office.people.post')} value={post} onChange={setPost} />
            )}
          </Field>
        ) : (
          <Field label={t('office.posts.body')}>
            {(id) => (
              <BodySelect id={id} county={county} label={t('office.posts.body')} value={body} onChange={setBody} />
            )}
          </Field>
        )}
        <Field label={t('office.grants.action')} hint={t('office.grants.actionHint')}>
          {(id, describedBy) => (
            <Select
              id={id}
              aria-label={t('office.grants.action')}
              aria-describedby={describedBy}
              className="wide"
              value={action}
              onChange={setAction}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
            />
          )}
        </Field>
        <Field label={t('office.posts.region')}>
          {(id) => (
            <RegionSelect
              id={id}
              county={county}
              withCounty
              label={t('office.posts.region')}
              value={region}
              onChange={setRegion}
            />
          )}
        </Field>
        <CategoriesField county={county} value={categories} onChange={setCategories} />
        <Field label={t('office.posts.lastDay')} optional={t('office.optional')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="line-input"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" checked={mayDelegate} onChange={(event) => setMayDelegate(event.target.checked)} />
          {t('office.grants.mayDelegate')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={reportAfterwards}
            onChange={(event) => setReportAfterwards(event.target.checked)}
          />
          {t('office.grants.reportAfterwards')}
        </label>
        <Field label={t('office.settings.reason')}>
          {(id) => <Area id={id} rows={2} maxLength={2000} required value={reason} onChange={setReason} />}
        </Field>
      </PanelForm>
    </SidePanel>
  )
}
