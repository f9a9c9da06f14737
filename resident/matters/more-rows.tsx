import { Button } from '../controls/button.tsx'
import { useFailureWords } from '../controls/answer.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'

interface Paged {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: Error | null
  fetchNextPage: () => Promise<unknown>
}

/** The next page of a list, where there is one. */
export function MoreRows({ of }: { of: Paged }) {
  const t = useWords()
  const inWords = useFailureWords()
  if (!of.hasNextPage) return null
  return (
    <div className="more-rows">
      {of.isFetchNextPageError && <Told tone="attention" aloud>{inWords(of.error)}</Told>}
      <Button busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>{t('matters.more')}</Button>
    </div>
  )
}
