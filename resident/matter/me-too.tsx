import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Matter } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useMe } from '../asking/me.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'
import { SayIt } from '../voice/say-it.tsx'
import { withSaid } from '../voice/spoken-words.ts'

/** 我也遇到: the same trouble as this public matter. One tap, words only if one wants to; the answer comes to oneself too. */
export function MeToo({ matter: { county, id, state } }: { matter: Matter }) {
  const t = useWords()
  const me = useMe().data
  const [path] = useLocation()
  const [open, setOpen] = useState(false)
  const [joined, setJoined] = useState<{ id: string; number: string }>()
  if (joined) {
    return (
      <Told tone="done" aloud title={t('meToo.done')}>
        <p>{t('meToo.number', { number: joined.number })}</p>
        <Link href={`/matters/${county}/${joined.id}`}>{t('meToo.look')}</Link>
      </Told>
    )
  }
  if (over.includes(state)) return null
  if (!me) return <Link href={`/sign-in?then=${encodeURIComponent(path)}`} className="button line large">{t('meToo.signIn')}</Link>
  if (!open) return <Button size="large" look="fill" onClick={() => setOpen(true)}>{t('meToo.offer')}</Button>
  return <MeTooForm county={county} id={id} onJoined={setJoined} onCancel={() => setOpen(false)} />
}

/** Nobody joins what is over. */
const over: readonly Matter['state'][] = ['declined', 'closed', 'answered', 'rated', 'withdrawn', 'merged']

interface FormProps {
  county: number
  id: string
  onJoined: (joined: { id: string; number: string }) => void
  onCancel: () => void
}

function MeTooForm({ county, id, onJoined, onCancel }: FormProps) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  // One key for the same words: tried again after a lost answer they make no second matter.
  const sent = useRef({ key: newId(), words: '' })
  const send = async () => {
    const said = words.trim()
    if (sent.current.words !== said) sent.current = { key: newId(), words: said }
    setBusy(true)
    setFailure(null)
    try {
      const joined = await call('joinMatter', { params: { county, id }, key: sent.current.key, body: said ? { words: said } : {} })
      void client.invalidateQueries({ queryKey: mattersKey })
      void client.invalidateQueries({ queryKey: matterKey(county, id) })
      onJoined(joined)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <section className="matter-part" aria-labelledby="me-too">
      <h2 id="me-too">{t('meToo.title')}</h2>
      <form className="stack" onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}>
        <p>{t('meToo.next')}</p>
        <Field label={t('meToo.words')} optional={t('report.optional')}>
          {(tied) => <textarea {...tied} className="input" rows={3} maxLength={10_000} value={words} onChange={({ target }) => setWords(target.value)} />}
        </Field>
        <SayIt onSaid={(said) => setWords((now) => withSaid(now, said))} />
        {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
        <Button type="submit" look="fill" size="large" busy={busy}>{t('meToo.send')}</Button>
        <Button look="quiet" onClick={onCancel}>{t('matter.cancel')}</Button>
      </form>
    </section>
  )
}
