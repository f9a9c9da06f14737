import { agoWords, timeWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'

/** A moment that has passed, in words; the exact time on pointing at it. */
export function When({ at }: { at: string }) {
  const reader = useReader()
  return (
    <time dateTime={at} title={timeWords(at, reader)}>
      {agoWords(at, reader)}
    </time>
  )
}
