import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { refusalText } from '#screen/words.ts'
import { Button } from '../controls/button.tsx'
import { Told } from '../controls/told.tsx'
import { NextIcon, NoNetworkIcon, PenIcon } from '../frame/icons.tsx'
import { useOnline } from '../frame/use-online.ts'
import { useWords } from '../frame/use-words.ts'
import { isBegun, type Draft } from '../report/draft.ts'
import type { Waiting } from '../report/outbox.ts'
import { forgetSent, sendWhatIsDue, takeOut, useOutbox } from '../report/outbox-store.ts'
import { keepDraft, readDraft } from '../report/use-draft.ts'

/** What was said and is not there yet: a draft to go on with, what waits for a network, what has just left. */
export function OutboxStrip({ person }: { person: string }) {
  const t = useWords()
  const { waiting, sending, sent } = useOutbox()
  const begun = useBegunDraft()
  return (
    <>
      {sent.map(({ id, county, number }) => (
        <Told key={id} tone="done" title={t('outbox.sent', { number })} aloud>
          <Link href={`/matters/${county}/${id}`} className="button quiet" onClick={() => forgetSent(id)}>{t('outbox.look')}</Link>
        </Told>
      ))}
      {waiting.filter((one) => one.person === person).map((one) => (
        <WaitingDraft key={one.draft.key} waiting={one} sending={sending === one.draft.key} isWritingOther={begun !== undefined} />
      ))}
      <ContinueDraft />
    </>
  )
}

interface WaitingProps {
  waiting: Waiting
  sending: boolean
  /** There is one draft in work at a time; another must not be written over it. */
  isWritingOther: boolean
}

function WaitingDraft({ waiting: { draft, refused, person }, sending, isWritingOther }: WaitingProps) {
  const t = useWords()
  const [, go] = useLocation()
  const online = useOnline()
  const changeIt = async () => {
    const taken = await takeOut(draft.key)
    if (taken) await keepDraft(taken)
    go('/report')
  }
  const title = sending ? t('outbox.sending') : refused ? t('outbox.refused') : t('outbox.waiting')
  return (
    <Told tone="attention" title={title} icon={<NoNetworkIcon />}>
      <p className="one-line">{draft.words}</p>
      {!sending && <p className="faint">{refused ? refusalText(refused) : t(online ? 'outbox.soon' : 'outbox.whenOnline')}</p>}
      {refused && <Button look="quiet" why={isWritingOther ? t('outbox.otherFirst') : undefined} onClick={() => void changeIt()}>{t('outbox.change')}</Button>}
      {!refused && !sending && online && (
        <Button look="quiet" onClick={() => void sendWhatIsDue(person, 'network')}>{t('outbox.now')}</Button>
      )}
    </Told>
  )
}

/** The draft on this phone, where somebody has put something into it. */
function useBegunDraft(): Draft | undefined {
  const [draft, setDraft] = useState<Draft>()
  useEffect(() => {
    let gone = false
    void readDraft().then((found) => !gone && setDraft(found))
    return () => {
      gone = true
    }
  }, [])
  return draft && isBegun(draft) ? draft : undefined
}

/** The way back into what was begun. */
export function ContinueDraft() {
  const t = useWords()
  const draft = useBegunDraft()
  if (!draft) return null
  return (
    <Link href="/report" className="continue-draft">
      <PenIcon />
      <span className="continue-draft-words">
        <span>{t('outbox.continue')}</span>
        <span className="faint one-line">{draft.words.trim() || t('outbox.photosOnly', { count: draft.photos.length })}</span>
      </span>
      <NextIcon size={20} />
    </Link>
  )
}
