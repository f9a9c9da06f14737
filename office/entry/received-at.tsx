import { Field } from '../controls/field.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { wallTimeOf } from '../zone-time.ts'
import type { EntryDraft } from './entry-draft.ts'

/** When a letter, a visitor or a sheet of paper came. */
export function ReceivedAt({ draft: { day, clock }, change }: { draft: EntryDraft; change: (next: Partial<EntryDraft>) => void }) {
  const { t } = useSay()
  const { now, zone } = useReader()
  const today = wallTimeOf(now.getTime(), zone).day
  return (
    <div className="two-fields">
      <Field label={t('office.entry.day')} hint={t('office.entry.receivedHint')}>
        {(id, describedBy) => (
          <input id={id} aria-describedby={describedBy} className="line-input figures" type="date" max={today} value={day} onChange={({ target }) => change({ day: target.value })} />
        )}
      </Field>
      <Field label={t('office.entry.clock')} optional={t('office.optional')}>
        {(id) => <input id={id} className="line-input figures" type="time" value={clock} onChange={({ target }) => change({ clock: target.value })} />}
      </Field>
    </div>
  )
}
