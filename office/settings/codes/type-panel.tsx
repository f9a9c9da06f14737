import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { lengthOf, things, typeKeyOf, type CodeType } from '#contract/site-codes.ts'
import { call } from '#screen/api.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field, FieldSet } from '../../controls/field.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { codeReads, type Draft } from './draft.ts'

interface Props {
  county: number
  draft: Draft
  type: CodeType | undefined
}

const blank: Omit<CodeType, 'category'> = { thing: 'component', class: '', type: '', className: { zh: '' }, name: { zh: '' }, owner: null }

/** One type: its code, its names, and what its cases are sorted into. A class that is known is named by itself. */
export function TypePanel({ county, draft, type }: Props) {
  const { t, name } = useSay()
  const { close } = useSettingsSearch()
  const [given, setGiven] = useState<Omit<CodeType, 'category'> & { category: string | undefined }>(() => type ?? { ...blank, category: undefined })
  const change = (next: Partial<typeof given>) => setGiven({ ...given, ...next })
  const others = draft.types.filter((one) => !type || typeKeyOf(one) !== typeKeyOf(type))
  const classNamed = (thing: CodeType['thing'], code: string) => draft.types.find((one) => one.thing === thing && one.class === code)?.className
  const save = (types: CodeType[]) => call('saveCodesDraft', { params: { county }, body: { segments: draft.segments, types }, version: draft.version })
  const saving = useChange(() => save([...others, { ...given, category: given.category! }]), codeReads, close)
  const removing = useChange(() => save(others), codeReads, close)
  const lengths = { class: lengthOf(draft.segments, 'class'), type: lengthOf(draft.segments, 'type') }
  const fits = (part: 'class' | 'type') => given[part].length === lengths[part]
  const isTwice = others.some((one) => typeKeyOf(one) === typeKeyOf(given))
  const canSend = fits('class') && fits('type') && !isTwice && given.name.zh.trim() !== '' && given.className.zh.trim() !== '' && given.category !== undefined
  const names = (label: [string, string], value: CodeType['name'], set: (next: CodeType['name']) => void) => (
    <div className="two-fields">
      <Field label={label[0]}>{(field) => <Input id={field} maxLength={60} lang="zh-CN" value={value.zh} onChange={(event) => set({ ...value, zh: event.target.value })} />}</Field>
      <Field label={label[1]} optional={t('office.optional')}>
        {(field) => <Input id={field} maxLength={60} lang="en" value={value.en ?? ''} onChange={(event) => set({ zh: value.zh, ...(event.target.value && { en: event.target.value }) })} />}
      </Field>
    </div>
  )
  return (
    <SidePanel title={t(type ? 'codes.draft.edit' : 'codes.draft.new')} close={close}>
      <PanelForm submit={t('codes.draft.save')} canSend={canSend} isSending={saving.isPending} error={saving.error ?? removing.error} send={() => saving.mutate(undefined)}>
        <FieldSet label={t('codes.columns.thing')}>
          <div className="channels">
            {things.map((thing) => (
              <label key={thing} className="channel">
                <input type="radio" name="code-thing" checked={given.thing === thing} onChange={() => change({ thing, className: classNamed(thing, given.class) ?? given.className })} />
                <span>{t(`codes.thing.${thing}`)}</span>
              </label>
            ))}
          </div>
        </FieldSet>
        <div className="two-fields">
          {(['class', 'type'] as const).map((part) => (
            <Field key={part} label={t(`codes.columns.${part}`)} hint={t('codes.draft.digits', { count: lengths[part] })} error={part === 'type' && isTwice ? t('codes.faults.twice') : undefined}>
              {(field, describedBy) => (
                <Input
                  id={field}
                  aria-describedby={describedBy}
                  className="figures"
                  inputMode="numeric"
                  maxLength={lengths[part]}
                  value={given[part]}
                  onChange={({ target }) => {
                    const digits = target.value.replaceAll(/\D/g, '')
                    change({ [part]: digits, ...(part === 'class' && { className: classNamed(given.thing, digits) ?? given.className }) })
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        {names([t('codes.draft.classZh'), t('codes.draft.classEn')], given.className, (className) => change({ className }))}
        {names([t('codes.draft.nameZh'), t('codes.draft.nameEn')], given.name, (next) => change({ name: next }))}
        <Field label={t('codes.columns.category')}>
          {(field) => <CategorySelect id={field} county={county} label={t('codes.columns.category')} allowClear={false} value={given.category} onChange={(category) => change({ category })} />}
        </Field>
        <Field label={t('codes.columns.owner')} optional={t('office.optional')}>
          {(field) => (
            <Select
              id={field}
              aria-label={t('codes.columns.owner')}
              className="wide"
              allowClear
              placeholder={t('codes.list.noOwner')}
              value={given.owner ?? undefined}
              options={draft.owners.map((one) => ({ value: one.key, label: name(one.name) }))}
              onChange={(owner: string | undefined) => change({ owner: owner ?? null })}
            />
          )}
        </Field>
      </PanelForm>
      {type && (
        <p className="panel-part">
          <Button danger loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
            {t('codes.draft.remove')}
          </Button>
        </p>
      )}
    </SidePanel>
  )
}
