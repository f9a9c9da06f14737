import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import type { PetitionOfMatter } from '#contract/petitions.ts'
import { call } from '#screen/api.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { SayIt } from '../voice/say-it.tsx'
import { withSaid } from '../voice/spoken-words.ts'

type Remedy = NonNullable<PetitionOfMatter['remedy']>

/** Not content with an answer: who reviews it, until when one may ask, and what it leads to, before anything is sent. */
export function AskReview({ matter, remedy }: { matter: Matter; remedy: Remedy }) {
  const t = useWords()
  const { fullDate } = useTime()
  const [open, setOpen] = useState(false)
  // The level above does not work here: said, so that nobody waits for a button.
  if (!remedy.of) return <p>{t('petition.elsewhere', { until: fullDate(remedy.until) })}</p>
  if (!open) return <Button className="matter-act" onClick={() => setOpen(true)}>{t(`petition.offer.${remedy.kind}`)}</Button>
  return <ReviewForm matter={matter} kind={remedy.kind} of={remedy.of} until={remedy.until} onCancel={() => setOpen(false)} />
}

function ReviewForm({ matter: { county, id }, kind, of, until, onCancel }: { matter: Matter; of: NonNullable<Remedy['of']>; onCancel: () => void } & Pick<Remedy, 'kind' | 'until'>) {
  const t = useWords()
  const name = useName()
  const { fullDate } = useTime()
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
      await call('askReview', { params: { county, id }, body: { words: words.trim() } })
      void client.invalidateQueries({ queryKey: mattersKey })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <form className="stack" noValidate aria-label={t(`petition.ask.${kind}`)} onSubmit={(event) => {
      event.preventDefault()
      void send()
    }}>
      <p>{t(`petition.next.${kind}`, { of: name(of), until: fullDate(until) })}</p>
      <Field id={field} label={t('petition.words')} error={tried && isEmpty && t('petition.missing')}>
        {(tied) => <textarea {...tied} className="input" rows={3} maxLength={2_000} value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      <SayIt onSaid={(said) => setWords((now) => withSaid(now, said))} />
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t(`petition.ask.${kind}`)}</Button>
      <Button look="quiet" onClick={onCancel}>{t('matter.cancel')}</Button>
    </form>
  )
}
