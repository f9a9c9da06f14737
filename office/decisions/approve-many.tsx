import { Button } from 'antd'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { Many } from './use-approve-many.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

/** Below the cards: how many are selected, one button for them, and afterwards how it went. */
export function ApproveMany({ many }: { many: Many }) {
  const { t } = useSay()
  const why = useWhy()
  const { selected, done, refused, undone } = many
  const seconds = useSecondsLeft(many.undoUntil)
  return (
    <div className="approve-many" aria-live="polite">
      {selected.length === 0 && (done > 0 || undone > 0) ? (
        <div className="bulk bulk-done">
          <span className="bulk-count">
            <Icon name={undone > 0 ? 'back' : 'check'} /> {undone > 0 ? t('office.requests.undoneMany', { count: undone }) : t('office.requests.approvedMany', { count: done })}
          </span>
          {undone === 0 && seconds > 0 ? (
            <Button loading={many.isUndoing} onClick={many.undo}>
              {t('office.requests.undoMany')}
            </Button>
          ) : null}
          {many.undoError ? <span className="field-error" role="alert">{why(many.undoError)}</span> : null}
          <button type="button" className="bar-button" aria-label={t('office.close')} onClick={many.forget}>
            <Icon name="close" />
          </button>
        </div>
      ) : null}
      {selected.length > 0 && (
        <section className="bulk" aria-label={t('office.bulk.label')}>
          <span className="bulk-count">{t('office.bulk.selected', { count: selected.length })}</span>
          {refused > 0 && <span className="bulk-refused">{t('office.bulk.refused', { count: refused }).replace(/[:：]$/, '')}</span>}
          <Button type="primary" loading={many.isSending} onClick={many.approve}>
            {t('office.requests.approveMany')}
          </Button>
          <button type="button" className="link" onClick={many.none}>
            {t('office.bulk.none')}
          </button>
          {many.error ? <span className="field-error" role="alert">{why(many.error)}</span> : null}
        </section>
      )}
    </div>
  )
}
