import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Told } from '../controls/told.tsx'
import { EyeIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { segmentsOf } from './segments.ts'
import './cover-words.css'

/** Takes back what one has said too much of: a name, a number, a door. A tap on a word covers it wherever it stands. */
export function CoverWords({ matter }: { matter: Matter }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  if (!open) return <Button look="quiet" className="matter-cover" onClick={() => setOpen(true)}><EyeIcon size={20} />{t('matter.cover')}</Button>
  return <ChooseWords matter={matter} onDone={() => setOpen(false)} />
}

function ChooseWords({ matter: { county, id, words, steps }, onDone }: { matter: Matter; onDone: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const said = [words, ...steps.flatMap((step) => (step.kind === 'case.added_to' && step.words ? [step.words] : []))].map(segmentsOf)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(said.flat().filter(({ likelyPersonal }) => likelyPersonal).map((one) => one.words)))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const toggle = (word: string) => setChosen((now) => (now.has(word) ? new Set([...now].filter((one) => one !== word)) : new Set([...now, word])))
  const send = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('coverWords', { params: { county, id }, body: { parts: [...chosen] } })
      void client.invalidateQueries({ queryKey: mattersKey })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
      onDone()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <section className="cover-words" aria-label={t('matter.cover')}>
      <p><strong>{t('matter.coverHow')}</strong></p>
      {said.map((segments, i) => (
        <p key={i} className="cover-said">
          {segments.map((one, j) => (one.tappable
            ? <button key={j} type="button" className="cover-word" aria-pressed={chosen.has(one.words)} onClick={() => toggle(one.words)}>{one.words}</button>
            : <span key={j}>{one.words}</span>))}
        </p>
      ))}
      <p className="faint">{t('matter.coverKept')}</p>
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <div className="withdraw-ways">
        <Button onClick={onDone}>{t('matter.cancel')}</Button>
        <Button busy={busy} why={chosen.size === 0 && t('matter.coverNone')} onClick={() => void send()}>{t('matter.coverSend', { count: chosen.size })}</Button>
      </div>
    </section>
  )
}
