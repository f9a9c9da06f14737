import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { meKey } from '../asking/me.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'
import { NoticeText } from './notice-text.tsx'
import { askPrivacyNotice } from './privacy.ts'
import './sign-in.css'

/** The notice has changed since the person agreed: said where they are, with the whole text in place. */
export function ConsentCard({ version }: { version: string }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const notice = useQuery(askPrivacyNotice)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const agree = async () => {
    setBusy(true)
    try {
      await call('giveConsent', { body: { version } })
      await client.invalidateQueries({ queryKey: meKey })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <Told tone="attention" title={t('privacy.changed')}>
      <details className="consent-whole">
        <summary>{t('privacy.readAll')}</summary>
        {notice.data && <NoticeText text={notice.data.text} />}
      </details>
      {failure !== null && <p role="alert">{inWords(failure)}</p>}
      <Button busy={busy} onClick={() => void agree()}>{t('privacy.agreeNow')}</Button>
    </Told>
  )
}
