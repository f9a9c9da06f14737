import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import type { RoutingTerms } from '#contract/routing.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Area } from '../../controls/area.tsx'
import { BodySelect } from '../../controls/body-select.tsx'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { draftReads } from './draft-reads.ts'

type Owner = RoutingTerms['owners'][number]
type Guide = RoutingTerms['guides'][number] & { key: string }

/** The kinds of owner, the backstop body and the guides for sending up. */
export function TermsPanel({ county, draft }: { county: number; draft: Operations['readRoutingDraft']['reply'] }) {
  const { t } = useSay()
  const { close } = useSettingsSearch()
  const [owners, setOwners] = useState<Owner[]>(draft.owners)
  const [guides, setGuides] = useState<Guide[]>(() => draft.guides.map(({ category, words }) => ({ category, words, key: newId() })))
  const [backstop, setBackstop] = useState(draft.backstop?.isOpen ? draft.backstop.id : undefined)
  const saving = useChange(
    () =>
      call('saveRoutingTerms', {
        params: { county },
        body: { owners, guides: guides.map(({ category, words }) => ({ category, words: words.trim() })), backstop: backstop ?? null },
        version: draft.version,
      }),
    draftReads,
    close,
  )
  const changeOwner = (key: string, name: Owner['name']) =>
    setOwners(owners.map((one) => (one.key === key ? { key, name } : one)))
  const changeGuide = (key: string, next: Partial<Guide>) =>
    setGuides(guides.map((one) => (one.key === key ? { ...one, ...next } : one)))
  return (
    <SidePanel title={t('policies.routing.draft.terms')} close={close}>
      <PanelForm
        submit={t('policies.routing.draft.saveTerms')}
        canSend={owners.every(({ name }) => name.zh.trim() !== '') && guides.every(({ words }) => words.trim() !== '')}
        isSending={saving.isPending}
        error={saving.error}
        send={() => saving.mutate(undefined)}
      >
        <Field label={t('policies.routing.draft.backstop')} hint={t('policies.routing.draft.backstopHint')}>
          {(id) => (
            <BodySelect
              id={id}
              county={county}
              label={t('policies.routing.draft.backstop')}
              allowClear
              value={backstop}
              onChange={setBackstop}
            />
          )}
        </Field>
        <details className="panel-part" open>
          <summary>{t('policies.routing.draft.owners')}</summary>
          <div className="choices">
            {owners.map(({ key, name }) => (
              <div key={key} className="term">
                <Input
                  aria-label={t('policies.routing.draft.ownerName')}
                  maxLength={60}
                  lang="zh-CN"
                  value={name.zh}
                  onChange={(event) => changeOwner(key, { ...name, zh: event.target.value })}
                />
                <Input
                  aria-label={t('policies.routing.draft.ownerNameEn')}
                  maxLength={60}
                  lang="en"
                  value={name.en ?? ''}
                  onChange={(event) => changeOwner(key, { ...name, en: event.target.value || undefined })}
                />
                <Remove label={name.zh} act={() => setOwners(owners.filter((one) => one.key !== key))} />
              </div>
            ))}
            <Button onClick={() => setOwners([...owners, { key: newId(), name: { zh: '' } }])}>
              <Icon name="plus" /> {t('policies.routing.draft.ownerNew')}
            </Button>
          </div>
        </details>
        <details className="panel-part">
          <summary>{t('policies.routing.draft.guides')}</summary>
          <div className="choices">
            {guides.map(({ key, category, words }) => (
              <div key={key} className="guide">
                <CategorySelect
                  county={county}
                  label={t('policies.routing.columns.category')}
                  placeholder={t('policies.routing.any.category')}
                  value={category ?? undefined}
                  onChange={(next) => changeGuide(key, { category: next ?? null })}
                />
                <Area
                  rows={2}
                  maxLength={2000}
                  aria-label={t('policies.routing.draft.guideWords')}
                  placeholder={t('policies.routing.draft.guideWords')}
                  value={words}
                  onChange={(next) => changeGuide(key, { words: next })}
                />
                <Remove label={t('policies.routing.draft.guides')} act={() => setGuides(guides.filter((one) => one.key !== key))} />
              </div>
            ))}
            <Button onClick={() => setGuides([...guides, { key: newId(), category: null, words: '' }])}>
              <Icon name="plus" /> {t('policies.routing.draft.guideNew')}
            </Button>
          </div>
        </details>
      </PanelForm>
    </SidePanel>
  )
}

function Remove({ label, act }: { label: string; act: () => void }) {
  const { t } = useSay()
  return (
    <button type="button" className="quiet-button" aria-label={`${t('policies.routing.draft.remove')} ${label}`} onClick={act}>
      <Icon name="close" size={12} />
    </button>
  )
}
