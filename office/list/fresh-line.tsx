import { useState } from 'react'
import type { CaseRow } from '#contract/cases.ts'
import { useLive } from '#screen/live.ts'
import { Icon } from '../controls/icon.tsx'
import { isOwn } from '../own-acts.ts'
import { useSay } from '../say.ts'

interface Props {
  county: number
  rows: readonly Pick<CaseRow, 'id'>[]
  /** What may bring a case into the list. */
  appearing?: readonly string[]
  /** When the rows were read, in milliseconds. */
  readAt: number
  reload: () => Promise<unknown>
}

const appearingInLists = [
  'case.received',
  'case.escalated',
  'case.sent_down',
  'case.dispatched',
  'case.accepted',
  'task.rehomed',
]

/** Says quietly that rows have changed; they only move when the reader asks for it. */
export function FreshLine({ county, rows, appearing = appearingInLists, readAt, reload }: Props) {
  const { t } = useSay()
  const [changed, setChanged] = useState(() => none(readAt))
  const since = (before: Changed) => (before.since === readAt ? before : none(readAt))
  const current = since(changed)
  useLive(
    'office',
    ({ kind, county: where, subject }) => {
      const isOurs = where === county && (rows.some(({ id }) => id === subject) || appearing.includes(kind))
      if (isOurs && !isOwn(subject))
        setChanged((before) => ({ ...since(before), ids: new Set([...since(before).ids, subject]) }))
    },
    () => setChanged((before) => ({ ...since(before), missed: true })),
  )
  const count = current.ids.size
  return (
    <div className="fresh" aria-live="polite">
      {count > 0 || current.missed ? (
        <button type="button" className="fresh-button" onClick={() => void reload()}>
          <Icon name="refresh" /> {t(count > 0 ? 'office.list.changed' : 'office.list.missed', { count })}
        </button>
      ) : null}
    </div>
  )
}

interface Changed {
  ids: ReadonlySet<string>
  missed: boolean
  /** Counted from this reading on. */
  since: number
}

const none = (since: number): Changed => ({ ids: new Set(), missed: false, since })
