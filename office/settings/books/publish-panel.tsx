import { useState } from 'react'
import type { OperationId } from '#contract/paths.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { timeWords } from '#screen/time.ts'
import { Area } from '../../controls/area.tsx'
import { Field, FieldSet } from '../../controls/field.tsx'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { dayAfter, instantOf, wallTimeOf } from '../../zone-time.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'

interface Props {
  county: number
  publish: 'publishPolicies' | 'publishRouting' | 'publishCodes'
  version: number
  next: number
  isFaulty: boolean
  reads: OperationId[]
}

/** Makes the draft the next version, from now or from a day on. */
export function PublishPanel({ county, publish, version, next, isFaulty, reads }: Props) {
  const { t } = useSay()
  const reader = useReader()
  const { close } = useSettingsSearch()
  const { day: today } = wallTimeOf(reader.now.getTime(), reader.zone)
  const [key] = useState(() => newId())
  const [note, setNote] = useState('')
  const [isLater, setIsLater] = useState(false)
  const [day, setDay] = useState(dayAfter(today, 1))
  const publishing = useChange(() => {
    const effectiveFrom = isLater ? instantOf(day, '00:00', reader.zone) : undefined
    return call(publish, { params: { county }, body: { note: note.trim(), effectiveFrom }, version, key })
  }, reads)
  if (publishing.data) {
    const { published, effectiveFrom } = publishing.data
    return (
      <SidePanel title={t('policies.publish.title', { version: published })} close={close}>
        <p aria-live="polite">
          {t('policies.publish.done', { version: published, at: timeWords(effectiveFrom, reader) })}
        </p>
      </SidePanel>
    )
  }
  return (
    <SidePanel title={t('policies.publish.title', { version: next })} close={close}>
      <p className="soft">{t('policies.publish.words')}</p>
      {isFaulty && <p className="field-error">{t('policies.publish.faults')}</p>}
      <PanelForm
        submit={t('policies.publish.submit')}
        canSend={note.trim() !== '' && !isFaulty && (!isLater || day > today)}
        isSending={publishing.isPending}
        error={publishing.error}
        send={() => publishing.mutate(undefined)}
      >
        <Field label={t('policies.publish.note')}>
          {(id) => <Area id={id} rows={3} maxLength={500} value={note} onChange={setNote} />}
        </Field>
        <FieldSet label={t('policies.publish.day')}>
          <div className="choices">
            {([false, true] as const).map((later) => (
              <label key={String(later)} className="check">
                <input
                  type="radio"
                  name="effective"
                  checked={isLater === later}
                  onChange={() => setIsLater(later)}
                />
                {t(later ? 'policies.publish.later' : 'policies.publish.now')}
              </label>
            ))}
          </div>
        </FieldSet>
        {isLater && (
          <Field label={t('policies.publish.day')}>
            {(id) => (
              <input
                id={id}
                type="date"
                required
                min={dayAfter(today, 1)}
                className="line-input"
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
        )}
      </PanelForm>
    </SidePanel>
  )
}
