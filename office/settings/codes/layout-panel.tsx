import { useState } from 'react'
import { codeLength, things, type CodeSegment } from '#contract/site-codes.ts'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { codeReads, type Draft } from './draft.ts'

const lengthMax = 12

/** Of how many digits each part of a code is. */
export function LayoutPanel({ county, draft }: { county: number; draft: Draft }) {
  const { t } = useSay()
  const { close } = useSettingsSearch()
  const [segments, setSegments] = useState<CodeSegment[]>(draft.segments)
  const saving = useChange(() => call('saveCodesDraft', { params: { county }, body: { segments, types: draft.types }, version: draft.version }), codeReads, close)
  const isWhole = segments.every(({ length }) => length >= 1 && length <= lengthMax)
  return (
    <SidePanel title={t('codes.draft.layout')} close={close}>
      <p className="soft">{t('codes.draft.layoutHint')}</p>
      <PanelForm submit={t('codes.draft.save')} canSend={isWhole} isSending={saving.isPending} error={saving.error} send={() => saving.mutate(undefined)}>
        {segments.map(({ part, length }) => (
          <Field key={part} label={t(`codes.parts.${part}`)}>
            {(field) => (
              <input
                id={field}
                type="number"
                min={1}
                max={lengthMax}
                className="line-input figures"
                value={length || ''}
                onChange={({ target }) => setSegments(segments.map((one) => (one.part === part ? { part, length: Math.trunc(Number(target.value)) || 0 } : one)))}
              />
            )}
          </Field>
        ))}
        <ul className="changes" aria-live="polite">
          {things.map((thing) => (
            <li key={thing}>{t(`codes.list.${thing}`, { count: codeLength({ segments }, thing) })}</li>
          ))}
        </ul>
      </PanelForm>
    </SidePanel>
  )
}
