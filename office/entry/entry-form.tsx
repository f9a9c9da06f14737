import { Button } from 'antd'
import { useEffect, useRef, type FormEvent } from 'react'
import { BodySelect } from '../controls/body-select.tsx'
import { CategorySelect } from '../controls/category-select.tsx'
import { CodeChoice } from '../codes/code-choice.tsx'
import { OpenCaseOf } from '../codes/open-case-of.tsx'
import { Field, FieldSet } from '../controls/field.tsx'
import { PhotoField } from '../controls/photo-field.tsx'
import { PlaceSearch } from '../controls/place-search.tsx'
import { OwnerField } from '../case/owner-field.tsx'
import { Area } from '../controls/area.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { useCaller } from './caller.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { dialled, isBackDated, isCoded, isSeenByStaff } from './entry-draft.ts'
import { ReceivedAt } from './received-at.tsx'
import type { Entry } from './use-entry.ts'

/** The fields in the order in which a call goes. Ctrl and Enter send from each of them. */
export function EntryForm({ county, entry }: { county: number; entry: Entry }) {
  const { t } = useSay()
  const why = useWhy()
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, faults, codes, code } = entry
  const { channel } = draft
  const caller = useCaller(county, draft.phone).data
  const seen = isSeenByStaff(channel)
  const coded = isCoded(draft)
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true }), [])
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    const [first] = entry.send()
    if (first) form.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea)`)?.focus()
  }
  return (
    // The form's own key: Ctrl and Enter send. There is a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="entry-form"
      aria-label={t('office.entry.title')}
      noValidate
      autoComplete="off"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
      }}
    >
      <ChannelChoice value={channel} onChange={(chosen) => change({ channel: chosen })} />
      {channel === 'collector' && codes && codes.types.length > 0 ? (
        <div data-field="code">
          <CodeChoice codes={codes} draft={draft.code} change={(next) => change({ code: { ...draft.code, ...next }, apart: false })} />
          {code?.isOne && <OpenCaseOf county={county} code={code.text} apart={draft.apart} setApart={(apart) => change({ apart })} />}
          {faults.includes('code') && (
            <p className="field-error" role="alert">
              {t('codes.report.needsCode')}
            </p>
          )}
        </div>
      ) : null}
      {isBackDated(channel) && <ReceivedAt draft={draft} change={change} />}
      <div className="two-fields">
        <div data-field="phone">
          <Field label={t(channel === 'hotline' ? 'office.entry.phone' : 'office.entry.phoneOther')} optional={t('office.optional')} hint={t('office.entry.phoneHint')} error={faults.includes('phone') ? t('office.entry.phoneWrong') : undefined}>
            {(id, describedBy) => (
              <input id={id} aria-describedby={describedBy} data-first className="line-input figures" inputMode="numeric" value={draft.phone} onChange={({ target }) => change({ phone: dialled(target.value) })} />
            )}
          </Field>
        </div>
        <Field label={t('office.entry.name')} optional={t('office.optional')} hint={caller?.name ? t('office.entry.nameKnown', { name: caller.name }) : undefined}>
          {(id, describedBy) => (
            <input id={id} aria-describedby={describedBy} className="line-input" maxLength={60} value={draft.name} onChange={({ target }) => change({ name: target.value })} />
          )}
        </Field>
      </div>
      <div data-field="words">
        <Field label={t(seen ? 'office.entry.wordsSeen' : 'office.entry.words')} hint={t('office.entry.wordsHint')} error={faults.includes('words') ? t('office.entry.missing.words') : undefined}>
          {(id, describedBy) => <Area id={id} aria-describedby={describedBy} rows={5} maxLength={10_000} value={draft.words} onChange={(words) => change({ words })} />}
        </Field>
      </div>
      <div className="two-fields">
        {!coded && (
          <Field label={t('office.entry.category')} optional={t('office.optional')}>
            {(id) => <CategorySelect id={id} county={county} label={t('office.entry.category')} allowClear={false} value={draft.category} onChange={(category) => change({ category, owner: undefined })} />}
          </Field>
        )}
        <div data-field="place">
          <Field label={t('office.entry.place')} error={faults.includes('place') ? t('office.entry.missing.place') : undefined}>
            {(id) => (
              <PlaceSearch id={id} county={county} label={t('office.entry.place')} placeholder={t('office.entry.placeHint')} none={t('office.entry.placeNone')} value={draft.region} onChange={(region) => change({ region })} />
            )}
          </Field>
        </div>
      </div>
      {!coded && <OwnerField county={county} category={draft.category} place={draft.region} value={draft.owner} onChange={(owner) => change({ owner })} />}
      <Field label={t('office.entry.address')} optional={t('office.optional')}>
        {(id) => <input id={id} className="line-input" maxLength={200} value={draft.address} onChange={({ target }) => change({ address: target.value })} />}
      </Field>
      {!seen && (
        <Field label={t('office.case.about')} optional={t('office.optional')} hint={draft.about ? t('office.entry.aboutKept') : undefined}>
          {(id) => <BodySelect id={id} county={county} label={t('office.case.about')} placeholder={t('office.entry.aboutHint')} allowClear value={draft.about} onChange={(about) => change({ about })} />}
        </Field>
      )}
      {channel !== 'hotline' && (
        <FieldSet label={t(seen ? 'office.entry.photosSeen' : 'office.entry.photos')}>
          <PhotoField county={county} value={draft.photos} onChange={(next) => change((before) => ({ photos: next(before.photos) }))} />
          {faults.includes('photos') && (
            <p className="field-error" role="alert">
              {t('codes.report.needsPhoto')}
            </p>
          )}
        </FieldSet>
      )}
      {seen && entry.mayDispatch ? (
        <FieldSet label="" hint={t('office.entry.byPolicyHint')}>
          <label className="check">
            <input type="checkbox" checked={draft.byPolicy} onChange={({ target }) => change({ byPolicy: target.checked })} />
            {t('office.entry.byPolicy')}
          </label>
        </FieldSet>
      ) : null}
      {entry.error ? (
        <p className="field-error" role="alert">
          {why(entry.error)}
        </p>
      ) : null}
      <p className="act-foot">
        <Button type="primary" size="large" htmlType="submit" loading={entry.isSending}>
          {t('office.entry.send')}
        </Button>
        <kbd className="wide-only">Ctrl ↵</kbd>
        <button type="button" className="quiet-button" onClick={entry.clear}>
          {t('office.entry.clear')}
        </button>
        <span className="soft wide-only">{t('office.entry.kept')}</span>
      </p>
    </form>
  )
}
