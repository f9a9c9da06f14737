import { Select } from 'antd'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { RegionSelect } from '../controls/region-select.tsx'
import { useSay } from '../say.ts'
import { bodyKinds, type BodyKind } from './body-kinds.ts'
import { NameFields } from './name-fields.tsx'
import { PanelForm } from './panel-form.tsx'
import { SidePanel } from './side-panel.tsx'
import { TelephoneField } from './telephone-field.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

export function NewBody({ county }: { county: number }) {
  const { t } = useSay()
  const { close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const [name, setName] = useState<{ zh: string; en?: string }>({ zh: '' })
  const [kind, setKind] = useState<BodyKind>()
  const [region, setRegion] = useState<number | undefined>(county)
  const [parent, setParent] = useState<string>()
  const [isDesk, setIsDesk] = useState(false)
  const [telephone, setTelephone] = useState('')
  const creating = useChange(
    () =>
      call('createBody', {
        params: { county },
        body: { name, kind: kind!, region: region!, parent, isDesk, telephone: telephone.trim() || undefined },
        key,
      }),
    ['listBodies'],
    ({ id }) => open(id),
  )
  return (
    <SidePanel title={t('office.bodies.new')} close={close}>
      <PanelForm
        submit={t('office.bodies.create')}
        canSend={name.zh.trim() !== '' && kind !== undefined && region !== undefined}
        isSending={creating.isPending}
        error={creating.error}
        send={() => creating.mutate(undefined)}
      >
        <NameFields value={name} onChange={setName} />
        <Field label={t('office.bodies.kind')}>
          {(id) => (
            <Select
              id={id}
              aria-label={t('office.bodies.kind')}
              className="wide"
              value={kind}
              onChange={setKind}
              options={bodyKinds.map((one) => ({ value: one, label: t(`organisation.bodyKinds.${one}`) }))}
            />
          )}
        </Field>
        <Field label={t('office.bodies.region')}>
          {(id) => (
            <RegionSelect
              id={id}
              county={county}
              withCounty
              label={t('office.bodies.region')}
              value={region}
              onChange={setRegion}
            />
          )}
        </Field>
        <Field label={t('office.bodies.parent')} optional={t('office.optional')}>
          {(id) => (
            <BodySelect
              id={id}
              county={county}
              label={t('office.bodies.parent')}
              allowClear
              value={parent}
              onChange={setParent}
            />
          )}
        </Field>
        <TelephoneField value={telephone} onChange={setTelephone} />
        <label className="check">
          <input type="checkbox" checked={isDesk} onChange={(event) => setIsDesk(event.target.checked)} />
          {t('office.bodies.isDesk')}
        </label>
      </PanelForm>
    </SidePanel>
  )
}
