import { useSay } from '../say.ts'

/** Quiet lines where text will stand, so that nothing jumps when it comes. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const { t } = useSay()
  return (
    <div className="loading" aria-busy="true">
      <p className="sr-only" aria-live="polite">
        {t('office.loading')}
      </p>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="loading-line" />
      ))}
    </div>
  )
}
