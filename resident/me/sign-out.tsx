import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '#screen/api.ts'
import { meetSomebodyElse } from '../asking/me.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'
import { dropAdditions, isAddingAnywhere } from '../matter/use-addition.ts'
import { isBegun } from '../report/draft.ts'
import { takeOut, useOutbox } from '../report/outbox-store.ts'
import { dropDraft, readDraft } from '../report/use-draft.ts'

/** Ends the session. What is not sent is removed from the phone with it, and that is said first. */
export function SignOut({ person }: { person: string }) {
  const t = useWords()
  const client = useQueryClient()
  const [, go] = useLocation()
  const inWords = useFailureWords()
  const mine = useOutbox().waiting.filter((waiting) => waiting.person === person)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const signOut = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('signOut')
      await dropDraft('with pictures')
      await dropAdditions()
      for (const { draft } of mine) await takeOut(draft.key)
      await meetSomebodyElse(client)
      go('/')
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  const begin = async () => {
    const draft = await readDraft()
    if (mine.length > 0 || (draft && isBegun(draft)) || isAddingAnywhere()) setAsked(true)
    else await signOut()
  }
  return (
    <section className="me-part" aria-label={t('me.signOut')}>
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      {asked
        ? (
            <Told tone="attention" aloud title={t('me.signOutUnsent')}>
              <div className="me-ways">
                <Button busy={busy} onClick={() => void signOut()}>{t('me.signOutYes')}</Button>
                <Button look="quiet" onClick={() => setAsked(false)}>{t('matter.cancel')}</Button>
              </div>
            </Told>
          )
        : <Button size="large" busy={busy} onClick={() => void begin()}>{t('me.signOut')}</Button>}
    </section>
  )
}
