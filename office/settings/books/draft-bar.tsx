import type { ReactNode } from 'react'
import { Button } from 'antd'
import { timeWords } from '#screen/time.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { useSettingsSearch } from '../use-settings-search.ts'

interface Props {
  draft: { exists: boolean; basedOn: number; changedAt: string | null; changedBy: string | null }
  changes: number
  /** Can it be tried on past cases. */
  hasTrial?: boolean
  children?: ReactNode
}

/** What the draft is, and what can be done with it as a whole. */
export function DraftBar({ draft, changes, hasTrial = true, children }: Props) {
  const { t } = useSay()
  const reader = useReader()
  const { open } = useSettingsSearch()
  return (
    <div className="draft-bar">
      <p>
        {draft.exists ? (
          <>
            <strong>
              {draft.basedOn > 0
                ? t('policies.draft.basedOn', { version: draft.basedOn })
                : t('policies.draft.fromNothing')}
            </strong>
            <span className="soft">
              {changes > 0 ? t('policies.draft.changes', { count: changes }) : t('policies.draft.noChanges')}
              {draft.changedAt &&
                draft.changedBy &&
                ` · ${t('policies.draft.saved', { name: draft.changedBy, at: timeWords(draft.changedAt, reader) })}`}
            </span>
          </>
        ) : (
          t('policies.draft.none')
        )}
      </p>
      <div className="draft-acts">
        {children}
        {hasTrial && <Button onClick={() => open('trial')}>{t('policies.trial.run')}</Button>}
        {draft.exists && (
          <>
            <Button onClick={() => open('drop')}>{t('policies.draft.drop')}</Button>
            <Button type="primary" onClick={() => open('publish')}>
              {t('policies.publish.open')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
