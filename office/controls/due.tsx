import { spanWords, timeWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

interface Props {
  at: string | null
  paused?: boolean
  breached?: boolean
  /** What is due, where it is not said beside. */
  what?: string
}

/** A due time in words: when, and how long that is from now. Vermilion once it has passed, and then said so too. */
export function Due({ at, paused, breached, what }: Props) {
  const { t, language } = useSay()
  const reader = useReader()
  if (paused) return <span className="due due-paused">{t('office.due.paused')}</span>
  if (!at) return <span className="due due-paused">{t('office.due.none')}</span>
  const leftMs = new Date(at).getTime() - reader.now.getTime()
  const span = spanWords(Math.max(Math.abs(leftMs), 60_000), language)
  const isLate = breached || leftMs < 0
  return (
    <span className={isLate ? 'due due-late' : 'due'}>
      {what && <span className="due-what">{what}</span>}
      <span className="due-span">{t(isLate ? 'office.due.late' : 'office.due.left', { span })}</span>
      <time className="due-at" dateTime={at}>
        {timeWords(at, reader)}
      </time>
    </span>
  )
}
