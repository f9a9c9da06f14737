import { useSay } from '../say.ts'

/** Quiet lines where text will stand, so that nothing jumps when it comes. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const { t } = useSay()
  return (
    <div className="loading" aria-live="polite" aria-label={t('office.loading')}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="loading-line" />
      ))}
    </div>
  )
}
