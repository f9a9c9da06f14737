import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Area } from '../../controls/area.tsx'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'

/** One more rule: which signals, how often, how severe, and the case that they open. */
export function NewRule({ county }: { county: number }) {
  const { t } = useSay()
  const { close, open } = useSettingsSearch()
  const [key] = useState(() => newId())
  const { data: sources } = useQuery(reading('listSignalSources', { params: { county } }))
  const [source, setSource] = useState<string>()
  const [type, setType] = useState('')
  const [count, setCount] = useState<number | null>(1)
  const [severity, setSeverity] = useState<number | null>(0)
  const [category, setCategory] = useState<string>()
  const [words, setWords] = useState('')
  const making = useChange(
    () =>
      call('createSignalRule', {
        params: { county },
        body: { source, type, leastCount: count ?? 1, leastSeverity: severity ?? 0, category: category!, words: words.trim() },
        key,
      }),
    ['listSignalRules'],
    ({ id }) => open(id),
  )
  const isTypeWrong = type !== '' && !/^[A-Za-z0-9][A-Za-z0-9._/-]{0,98}\*?$/.test(type)
  return (
    <SidePanel title={t('exchange.rules.new')} close={close}>
      <PanelForm
        submit={t('exchange.rules.make')}
        canSend={type !== '' && !isTypeWrong && category !== undefined && words.trim() !== ''}
        isSending={making.isPending}
        error={making.error}
        send={() => making.mutate(undefined)}
      >
        <Field
          label={t('exchange.rules.type')}
          hint={t('exchange.rules.typeHint')}
          error={isTypeWrong ? t('exchange.rules.typeWrong') : undefined}
        >
          {(id, describedBy) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              className="figures"
              required
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              value={type}
              onChange={(event) => setType(event.target.value.trim())}
            />
          )}
        </Field>
        <Field label={t('exchange.rules.source')} optional={t('office.optional')}>
          {(id) => (
            <Select
              id={id}
              aria-label={t('exchange.rules.source')}
              className="wide"
              allowClear
              placeholder={t('exchange.rules.anySource')}
              value={source}
              onChange={setSource}
              options={(sources?.items ?? []).filter((one) => !one.withdrawnAt).map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
        <Field label={t('exchange.rules.count')}>
          {(id) => <InputNumber id={id} min={1} max={10_000} precision={0} value={count} onChange={setCount} />}
        </Field>
        <Field label={t('exchange.rules.severity')} hint={t('exchange.rules.severityHint')}>
          {(id, describedBy) => (
            <InputNumber id={id} aria-describedby={describedBy} min={0} max={5} precision={0} value={severity} onChange={setSeverity} />
          )}
        </Field>
        <Field label={t('exchange.rules.category')}>
          {(id) => (
            <CategorySelect id={id} county={county} label={t('exchange.rules.category')} value={category} onChange={setCategory} />
          )}
        </Field>
        <Field label={t('exchange.rules.words')} hint={t('exchange.rules.wordsHint', { open: '{{', close: '}}' })}>
          {(id) => <Area id={id} rows={3} maxLength={2000} required value={words} onChange={setWords} />}
        </Field>
      </PanelForm>
    </SidePanel>
  )
}
