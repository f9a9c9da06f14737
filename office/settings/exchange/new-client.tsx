import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { clientDoors, type ClientDoor } from '#contract/exchange-doors.ts'
import type { Mapping } from '#contract/imports.ts'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Field, FieldSet } from '../../controls/field.tsx'
import { FileField } from '../../imports/file-field.tsx'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { instantOf } from '../../zone-time.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { SecretsShown } from './secrets-shown.tsx'

/** A key for one more program: what it opens, until when; then the key, this once. */
export function NewClient({ county }: { county: number }) {
  const { t } = useSay()
  const { zone } = useReader()
  const { close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const [name, setName] = useState('')
  const [opens, setOpens] = useState<ClientDoor[]>(['open311'])
  const [lastDay, setLastDay] = useState('')
  const [limit, setLimit] = useState<number | null>(120)
  const [file, setFile] = useState<{ file: File; mapping: Mapping | undefined }>()
  const [hook, setHook] = useState('')
  const [sentHook, setSentHook] = useState('')
  const takesOrders = opens.includes('orders')
  const making = useChange(
    () =>
      call('createClient', {
        params: { county },
        body: {
          name: name.trim(),
          opens,
          callsPerMinute: limit ?? 120,
          validTo: lastDay ? instantOf(lastDay, '23:59', zone) : undefined,
          mapping: takesOrders ? file?.mapping : undefined,
          hookUrl: hook.trim() || undefined,
        },
        key,
      }),
    ['listClients'],
  )
  const made = making.data
  const toggle = (door: ClientDoor, isOn: boolean) => setOpens(clientDoors.filter((one) => (one === door ? isOn : opens.includes(one))))
  if (made) {
    const secrets = [
      { label: t('exchange.secret.key'), value: made.key },
      ...(made.key === null ? [] : [{ label: t('exchange.secret.orders'), value: made.ordersAddress }]),
      { label: t('exchange.secret.hook'), value: made.hookSecret },
    ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
    return (
      <SidePanel title={name} close={() => open(made.id)}>
        {secrets.length > 0 ? <SecretsShown secrets={secrets} done={() => open(made.id)} /> : <p>{t('exchange.secret.before')}</p>}
      </SidePanel>
    )
  }
  const isAddressRefused = making.error instanceof Refused && making.error.problem.code === 'client.bad_address'
  // What was mended since is not called wrong.
  const isAddressWrong = isAddressRefused && hook.trim() === sentHook
  return (
    <SidePanel title={t('exchange.clients.new')} close={close}>
      <PanelForm
        submit={t('exchange.clients.make')}
        canSend={name.trim() !== '' && opens.length > 0 && (!takesOrders || file?.mapping !== undefined)}
        isSending={making.isPending}
        error={isAddressRefused ? null : making.error}
        send={() => {
          setSentHook(hook.trim())
          making.mutate(undefined)
        }}
      >
        <Field label={t('exchange.clients.name')} hint={t('exchange.clients.nameHint')}>
          {(id, describedBy) => (
            <Input id={id} aria-describedby={describedBy} required maxLength={60} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <FieldSet label={t('exchange.clients.opens')}>
          {clientDoors.map((door) => (
            <label className="check check-tall" key={door}>
              <input type="checkbox" checked={opens.includes(door)} onChange={(event) => toggle(door, event.target.checked)} />
              <span>
                {t(`exchange.doors.${door}`)}
                <span className="field-hint">{t(`exchange.doorHints.${door}`)}</span>
              </span>
            </label>
          ))}
        </FieldSet>
        {takesOrders && (
          <FileField
            label={t('exchange.clients.mapping')}
            hint={t('exchange.clients.mappingHint')}
            accept=".json,application/json"
            file={file?.file}
            error={file && !file.mapping ? t('exchange.clients.mappingWrong') : undefined}
            disabled={making.isPending}
            choose={(one) => void readMapping(one).then((mapping) => setFile({ file: one, mapping }))}
          />
        )}
        <Field label={t('exchange.clients.validTo')} optional={t('office.optional')}>
          {(id) => <input id={id} type="date" className="line-input" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
        </Field>
        <Field label={t('exchange.clients.limit')}>
          {(id) => <InputNumber id={id} min={1} max={6000} precision={0} value={limit} onChange={setLimit} />}
        </Field>
        <Field
          label={t('exchange.clients.hook')}
          optional={t('office.optional')}
          hint={t('exchange.clients.hookHint')}
          error={isAddressWrong ? t('refusals.client.bad_address') : undefined}
        >
          {(id, describedBy) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              type="url"
              maxLength={500}
              autoComplete="off"
              placeholder="https://"
              value={hook}
              onChange={(event) => setHook(event.target.value)}
            />
          )}
        </Field>
      </PanelForm>
    </SidePanel>
  )
}

/** Only that it is an object is looked at here: what it must say, the server knows. */
async function readMapping(file: File): Promise<Mapping | undefined> {
  try {
    const mapping: unknown = JSON.parse(await file.text())
    return typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping) ? (mapping as Mapping) : undefined
  } catch {
    return undefined
  }
}
