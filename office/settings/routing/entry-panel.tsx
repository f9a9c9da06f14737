import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import type { NamedEntry, RoutingEntry } from '#contract/routing.ts'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { BodiesSelect, BodySelect } from '../../controls/body-select.tsx'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { draftReads } from './draft-reads.ts'

interface Props {
  county: number
  draft: Operations['readRoutingDraft']['reply']
  entry: NamedEntry | undefined
}

const villageLevel = 5

/** One entry: for what, where, whose, when; and who leads. */
export function EntryPanel({ county, draft, entry }: Props) {
  const { t, name } = useSay()
  const { close } = useSettingsSearch()
  const [id] = useState(() => entry?.id ?? newId())
  const [given, setGiven] = useState<Omit<RoutingEntry, 'lead'> & { lead: string | undefined }>(() => ({
    category: entry?.category ?? null,
    place: entry?.place ?? null,
    owner: entry?.owner ?? null,
    from: entry?.from ?? null,
    until: entry?.until ?? null,
    lead: entry?.lead.isOpen ? entry.lead.id : undefined,
    assists: entry?.assists.filter(({ isOpen }) => isOpen).map((body) => body.id) ?? [],
    ground: entry?.ground ?? null,
  }))
  const change = (next: Partial<typeof given>) => setGiven({ ...given, ...next })
  const { version } = draft
  const saving = useChange(
    () => call('saveRoutingEntry', { params: { county, id }, body: { ...given, lead: given.lead! }, version }),
    draftReads,
    close,
  )
  const removing = useChange(() => call('removeRoutingEntry', { params: { county, id }, version }), draftReads, close)
  const error = saving.error ?? removing.error
  const hasChanged = error instanceof Refused && error.problem.code === 'changed_meanwhile'
  return (
    <SidePanel title={t(entry ? 'policies.routing.draft.entry' : 'policies.routing.draft.newEntry')} close={close}>
      <PanelForm
        submit={t('policies.routing.draft.saveEntry')}
        canSend={given.lead !== undefined}
        isSending={saving.isPending}
        error={hasChanged ? null : error}
        send={() => saving.mutate(undefined)}
      >
        <Field label={t('policies.routing.columns.category')}>
          {(field) => (
            <CategorySelect
              id={field}
              county={county}
              label={t('policies.routing.columns.category')}
              placeholder={t('policies.routing.any.category')}
              value={given.category ?? undefined}
              onChange={(next) => change({ category: next ?? null })}
            />
          )}
        </Field>
        <Field label={t('policies.routing.columns.place')}>
          {(field) => (
            <RegionSelect
              id={field}
              county={county}
              label={t('policies.routing.columns.place')}
              lowest={villageLevel}
              placeholder={t('policies.routing.any.place')}
              allowClear
              value={given.place ?? undefined}
              onChange={(next) => change({ place: next ?? null })}
            />
          )}
        </Field>
        <Field label={t('policies.routing.columns.owner')}>
          {(field) => (
            <Select
              id={field}
              aria-label={t('policies.routing.columns.owner')}
              className="wide"
              placeholder={t('policies.routing.any.owner')}
              allowClear
              value={given.owner ?? undefined}
              options={draft.owners.map((one) => ({ value: one.key, label: name(one.name) }))}
              onChange={(next: string | undefined) => change({ owner: next ?? null })}
            />
          )}
        </Field>
        <div className="two-fields">
          {(['from', 'until'] as const).map((side) => (
            <Field key={side} label={t(`policies.routing.draft.${side}`)} optional={t('office.optional')}>
              {(field) => (
                <input
                  id={field}
                  type="date"
                  className="line-input"
                  value={given[side] ?? ''}
                  onChange={(event) => change({ [side]: event.target.value || null })}
                />
              )}
            </Field>
          ))}
        </div>
        <Field
          label={t('policies.routing.columns.lead')}
          error={entry && !entry.lead.isOpen ? t('policies.routing.faults.lead_closed', { body: name(entry.lead.name) }) : undefined}
        >
          {(field) => (
            <BodySelect
              id={field}
              county={county}
              label={t('policies.routing.columns.lead')}
              value={given.lead}
              onChange={(next) => change({ lead: next, assists: given.assists.filter((one) => one !== next) })}
            />
          )}
        </Field>
        <Field label={t('policies.routing.columns.assists')} optional={t('office.optional')}>
          {(field) => (
            <BodiesSelect
              id={field}
              county={county}
              label={t('policies.routing.columns.assists')}
              without={given.lead ? [given.lead] : []}
              value={given.assists}
              onChange={(next) => change({ assists: next })}
            />
          )}
        </Field>
        <Field label={t('policies.routing.columns.ground')} optional={t('office.optional')}>
          {(field) => (
            <Input
              id={field}
              maxLength={500}
              value={given.ground ?? ''}
              onChange={(event) => change({ ground: event.target.value || null })}
            />
          )}
        </Field>
        {hasChanged && (
          <p className="field-error" role="alert">
            {t('policies.draft.changed')}
          </p>
        )}
      </PanelForm>
      {entry && (
        <p className="panel-part">
          <Button danger loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
            {t('policies.routing.draft.removeEntry')}
          </Button>
        </p>
      )}
    </SidePanel>
  )
}
