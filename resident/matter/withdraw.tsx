import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { refusalText } from '#screen/words.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'

/** Withdrawing asks once more, in place. */
export function Withdraw({ matter: { county, id, may } }: { matter: Matter }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const [asked, setAsked] = useState(false)
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const withdraw = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('withdrawMatter', { params: { county, id }, body: words.trim() ? { words: words.trim() } : {} })
      void client.invalidateQueries({ queryKey: mattersKey })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  if (!asked) {
    return <Button className="matter-act" why={may.withdraw ? refusalText(may.withdraw) : undefined} onClick={() => setAsked(true)}>{t('matter.withdraw')}</Button>
  }
  return (
    <section className="withdraw" aria-label={t('matter.withdraw')}>
      <p><strong>{t('matter.withdrawSure')}</strong></p>
      <Field label={t('matter.withdrawWhy')} optional={t('report.optional')}>
        {(tied) => <input {...tied} className="input" maxLength={2_000} value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <div className="withdraw-ways">
        <Button onClick={() => setAsked(false)}>{t('matter.withdrawNo')}</Button>
        <Button busy={busy} onClick={() => void withdraw()}>{t('matter.withdrawYes')}</Button>
      </div>
    </section>
  )
}
