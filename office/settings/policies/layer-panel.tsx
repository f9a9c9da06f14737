import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { policyFieldKeys, policyGroups, type PolicyField, type PolicySet, type PolicyValue } from '#contract/policy-fields.ts'
import type { NamedLayer, PolicyLayer } from '#contract/policies.ts'
import { call, Refused } from '#screen/api.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { Icon } from '../../controls/icon.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { FieldEditor } from './field-editor.tsx'
import { draftReads } from './draft-reads.ts'
import { usePolicyWords } from './policy-words.ts'
import { beginningOf } from './rule-values.ts'

type Draft = Operations['readPolicyDraft']['reply']
/** A rule of the layer; no value: as in the wider layer, and fixed for all below. */
interface Rule {
  field: PolicyField
  value: PolicyValue | undefined
  locked: boolean
}
const townLevel = 4

const rulesOf = (layer: NamedLayer | undefined): Rule[] =>
  policyFieldKeys
    .filter((field) => layer && (layer.set[field] !== undefined || layer.locked.includes(field)))
    .map((field) => ({ field, value: layer!.set[field], locked: layer!.locked.includes(field) }))

/** One layer of the draft: where it holds, and the rules that it sets. */
export function LayerPanel({ county, draft, layer }: { county: number; draft: Draft; layer: NamedLayer | undefined }) {
  const { t } = useSay()
  const words = usePolicyWords()
  const { open, close } = useSettingsSearch()
  const [town, setTown] = useState(layer?.town ?? null)
  const [category, setCategory] = useState(layer?.category ?? null)
  const [rules, setRules] = useState(rulesOf(layer))
  const isTwice = draft.layers.some((one) => one !== layer && one.town === town && one.category === category)
  const isTouched = town !== null || category !== null || rules.length > 0
  const others = draft.layers.filter((one) => !layer || one.town !== layer.town || one.category !== layer.category).map(plain)
  const saving = useChange(
    (layers: PolicyLayer[]) => call('savePolicyDraft', { params: { county }, body: { layers }, version: draft.version }),
    draftReads,
    () => (layer ? close() : open(`layer-${town ?? ''}-${category ?? ''}`)),
  )
  const change = (field: PolicyField, next: Partial<Rule>) =>
    setRules(rules.map((one) => (one.field === field ? { ...one, ...next } : one)))
  const hasChanged = saving.error instanceof Refused && saving.error.problem.code === 'changed_meanwhile'
  return (
    <SidePanel
      title={layer ? words.holds(layer) : t('policies.draft.newLayer')}
      close={close}
    >
      <PanelForm
        submit={t('policies.draft.saveLayer')}
        canSend={!isTwice && rules.length > 0}
        isSending={saving.isPending}
        error={hasChanged ? null : saving.error}
        send={() => saving.mutate([...others, { town, category, ...setOf(rules) }])}
      >
        {!layer && (
          <>
            <Field label={t('policies.force.town')}>
              {(id) => (
                <RegionSelect
                  id={id}
                  county={county}
                  label={t('policies.force.town')}
                  lowest={townLevel}
                  withCounty
                  value={town ?? county}
                  onChange={(next) => setTown(next === undefined || next === county ? null : next)}
                />
              )}
            </Field>
            <Field
              label={t('policies.force.category')}
              error={isTwice && isTouched ? t('policies.draft.twice') : undefined}
            >
              {(id) => (
                <CategorySelect
                  id={id}
                  county={county}
                  label={t('policies.force.category')}
                  placeholder={t('policies.force.allCategories')}
                  value={category ?? undefined}
                  onChange={(next) => setCategory(next ?? null)}
                />
              )}
            </Field>
          </>
        )}
        {rules.map((rule) => (
          <RuleFields
            key={rule.field}
            rule={rule}
            change={(next) => change(rule.field, next)}
            remove={() => setRules(rules.filter((one) => one !== rule))}
          />
        ))}
        <AddRule taken={rules.map(({ field }) => field)} add={(field) => setRules([...rules, { field, value: beginningOf(field), locked: false }])} />
        {hasChanged && (
          <p className="field-error" role="alert">
            {t('policies.draft.changed')}
          </p>
        )}
      </PanelForm>
      {layer && (
        <p className="panel-part">
          <Button danger disabled={saving.isPending} onClick={() => saving.mutate(others)}>
            {t('policies.draft.removeLayer')}
          </Button>
        </p>
      )}
    </SidePanel>
  )
}

function RuleFields({ rule: { field, value, locked }, change, remove }: { rule: Rule; change: (next: Partial<Rule>) => void; remove: () => void }) {
  const { t } = useSay()
  const words = usePolicyWords()
  const id = useId()
  const label = words.field(field)
  return (
    <div className="rule-fields">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <button type="button" className="open-button" aria-label={`${t('policies.draft.removeField')} ${label}`} onClick={remove}>
        <Icon name="close" size={12} />
      </button>
      {value === undefined ? (
        <p>
          <span className="soft">{t('policies.draft.keep')}</span>
        </p>
      ) : (
        <FieldEditor id={id} field={field} label={label} value={value} onChange={(next) => change({ value: next })} />
      )}
      <p className="field-hint">{words.hint(field)}</p>
      <label className="check">
        <input type="checkbox" checked={locked} onChange={(event) => change({ locked: event.target.checked })} />
        {t('policies.holds.lock')}
      </label>
    </div>
  )
}

function AddRule({ taken, add }: { taken: PolicyField[]; add: (field: PolicyField) => void }) {
  const { t } = useSay()
  const words = usePolicyWords()
  const options = Object.entries(policyGroups).map(([group, fields]) => ({
    label: t(`policies.groups.${group}`),
    title: t(`policies.groups.${group}`),
    options: fields.filter((field) => !taken.includes(field)).map((field) => ({ value: field as PolicyField, label: words.field(field) })),
  }))
  return (
    <Field label={t('policies.draft.addField')}>
      {(id) => (
        <Select
          id={id}
          aria-label={t('policies.draft.addField')}
          className="wide"
          value={null}
          options={options}
          onChange={(field: PolicyField | null) => field && add(field)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </Field>
  )
}

const plain = ({ town, category, set, locked }: NamedLayer): PolicyLayer => ({ town, category, set, locked })

function setOf(rules: Rule[]): Pick<PolicyLayer, 'set' | 'locked'> {
  const given = rules.filter(({ value }) => value !== undefined).map(({ field, value }) => [field, value])
  return { set: Object.fromEntries(given) as PolicySet, locked: rules.filter(({ locked }) => locked).map(({ field }) => field) }
}
