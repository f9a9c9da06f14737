import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { refusalText } from '#screen/words.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { SayIt } from '../voice/say-it.tsx'
import { withSaid } from '../voice/spoken-words.ts'

/** Not solved: it is handled again, once as of right. What happens then is said before it is sent. */
export function Reopen({ matter }: { matter: Matter }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const why = matter.may.reopen
  if (!open) {
    return <Button className="matter-act" why={why ? refusalText(why) : undefined} onClick={() => setOpen(true)}>{t('reopen.offer')}</Button>
  }
  return <ReopenForm matter={matter} onCancel={() => setOpen(false)} />
}

function ReopenForm({ matter: { county, id, desk }, onCancel }: { matter: Matter; onCancel: () => void }) {
  const t = useWords()
  const name = useName()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const field = useId()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const isEmpty = words.trim() === ''
  const send = async () => {
    setTried(true)
    if (isEmpty) return document.getElementById(field)?.focus()
    setBusy(true)
    setFailure(null)
    try {
      await call('reopenMatter', { params: { county, id }, body: { words: words.trim() } })
      void client.invalidateQueries({ queryKey: mattersKey })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <section className="matter-part" aria-labelledby="reopen">
      <h2 id="reopen">{t('reopen.title')}</h2>
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}>
        <p>{t('reopen.next', { desk: name(desk) })}</p>
        <Field id={field} label={t('reopen.words')} error={tried && isEmpty && t('reopen.missing')}>
          {(tied) => <textarea {...tied} className="input" rows={3} maxLength={2_000} value={words} onChange={({ target }) => setWords(target.value)} />}
        </Field>
        <SayIt onSaid={(said) => setWords((now) => withSaid(now, said))} />
        {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
        <Button type="submit" look="fill" size="large" busy={busy}>{t('reopen.send')}</Button>
        <Button look="quiet" onClick={onCancel}>{t('matter.cancel')}</Button>
      </form>
    </section>
  )
}
