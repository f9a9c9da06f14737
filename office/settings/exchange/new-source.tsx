import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Field } from '../../controls/field.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { SecretsShown } from './secrets-shown.tsx'

/** One more source: where it stands and what it repeats; then its address and its secret, this once. */
export function NewSource({ county }: { county: number }) {
  const { t } = useSay()
  const { close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const [name, setName] = useState('')
  const [region, setRegion] = useState<number>()
  const [window, setWindow] = useState<number | null>(60)
  const making = useChange(
    () =>
      call('createSignalSource', { params: { county }, body: { name: name.trim(), region, windowMinutes: window ?? 60 }, key }),
    ['listSignalSources'],
  )
  const made = making.data
  if (made) {
    return (
      <SidePanel title={name} close={() => open(made.id)}>
        {made.secret === null ? (
          <p>{t('exchange.secret.before')}</p>
        ) : (
          <SecretsShown
            secrets={[
              { label: t('exchange.secret.address'), value: made.address },
              { label: t('exchange.secret.source'), value: made.secret },
            ]}
            done={() => open(made.id)}
          />
        )}
      </SidePanel>
    )
  }
  return (
    <SidePanel title={t('exchange.sources.new')} close={close}>
      <PanelForm
        submit={t('exchange.sources.make')}
        canSend={name.trim() !== ''}
        isSending={making.isPending}
        error={making.error}
        send={() => making.mutate(undefined)}
      >
        <Field label={t('exchange.sources.name')}>
          {(id) => (
            <Input id={id} required maxLength={60} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={t('exchange.sources.region')} optional={t('office.optional')} hint={t('exchange.sources.regionHint')}>
          {(id) => (
            <RegionSelect id={id} county={county} label={t('exchange.sources.region')} value={region} onChange={setRegion} allowClear />
          )}
        </Field>
        <Field label={t('exchange.sources.window')} hint={t('exchange.sources.windowHint')}>
          {(id) => <InputNumber id={id} min={1} max={10_080} precision={0} value={window} onChange={setWindow} />}
        </Field>
      </PanelForm>
    </SidePanel>
  )
}
