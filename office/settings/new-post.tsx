import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { instantOf } from '../zone-time.ts'
import { CategoriesField } from './categories-field.tsx'
import { NameFields } from './name-fields.tsx'
import { LastDayField } from './last-day-field.tsx'
import { PanelForm } from './panel-form.tsx'
import { RoleSelect } from './role-select.tsx'
import { stationingOf } from './stationed-days.ts'
import { StationingFields, type StationedDays } from './stationing-fields.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

export function NewPost({ county }: { county: number }) {
  const { t } = useSay()
  const { zone } = useReader()
  const { search, close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const [title, setTitle] = useState<{ zh: string; en?: string }>({ zh: '' })
  const [body, setBody] = useState(search.body)
  const [role, setRole] = useState<string>()
  const [region, setRegion] = useState<number>()
  const [categories, setCategories] = useState<string[]>([])
  const [stationed, setStationed] = useState<StationedDays>({ at: undefined, from: '', to: '' })
  const [isPublic, setIsPublic] = useState(false)
  const [lastDay, setLastDay] = useState('')
  const creating = useChange(
    () =>
      call('createPost', {
        params: { county },
        body: {
          body: body!,
          role: role!,
          title,
          region,
          categories: categories.length > 0 ? categories : undefined,
          ...(stationed.at && { ...stationingOf(stationed, undefined, zone), stationedAt: stationed.at }),
          isPublic,
          validTo: lastDay ? instantOf(lastDay, '23:59', zone) : undefined,
        },
        key,
      }),
    ['listPosts'],
    ({ id }) => open(id),
  )
  return (
    <SidePanel title={t('office.posts.new')} close={close}>
      <PanelForm
        submit={t('office.posts.create')}
        canSend={title.zh.trim() !== '' && body !== undefined && role !== undefined}
        isSending={creating.isPending}
        error={creating.error}
        send={() => creating.mutate(undefined)}
      >
        <NameFields
          labels={{ zh: t('office.posts.titleZh'), en: t('office.posts.titleEn') }}
          value={title}
          onChange={setTitle}
        />
        <Field label={t('office.posts.body')}>
          {(id) => (
            <BodySelect id={id} county={county} label={t('office.posts.body')} value={body} onChange={setBody} />
          )}
        </Field>
        <Field label={t('office.posts.role')}>{(id) => <RoleSelect id={id} value={role} onChange={setRole} />}</Field>
        <Field label={t('office.posts.region')} optional={t('office.optional')} hint={t('office.posts.regionHint')}>
          {(id) => (
            <RegionSelect
              id={id}
              county={county}
              withCounty
              allowClear
              label={t('office.posts.region')}
              value={region}
              onChange={setRegion}
            />
          )}
        </Field>
        <CategoriesField county={county} value={categories} onChange={setCategories} />
        <StationingFields county={county} value={stationed} onChange={setStationed} />
        <label className="check">
          <input type="checkbox" checked={isPublic} onChange={(event) => setIsPublic(event.target.checked)} />
          {t('office.posts.isPublic')}
        </label>
        <LastDayField value={lastDay} onChange={setLastDay} />
      </PanelForm>
    </SidePanel>
  )
}
