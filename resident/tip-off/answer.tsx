import { useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { MyRating } from '../matter/my-rating.tsx'
import { Rate } from '../matter/rate.tsx'
import { Said } from '../matter/said.tsx'
import { StateOfIt } from '../matter/state-of-it.tsx'
import { Timeline } from '../matter/timeline.tsx'
import '../matter/matter.css'
import './tip-off.css'

/** What became of a tip-off, by its code: the steps, a question to answer, a verdict to give. */
export function TipOffAnswer() {
  const t = useWords()
  const inWords = useFailureWords()
  const [code, setCode] = useState('')
  const [matter, setMatter] = useState<Matter>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const doing = async (act?: () => Promise<unknown>) => {
    setBusy(true)
    setFailure(null)
    try {
      await act?.()
      setMatter(await call('readTipOff', { body: { code } }))
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <>
      <ScreenTop title={t('tipOff.answerTitle')} back="/tip-off" />
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault()
        if (code.trim().length >= 12) void doing()
      }}>
        <Field label={t('tipOff.code')}>
          {(tied) => <input {...tied} className="input tip-off-typed" maxLength={20} autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} placeholder="XXXX-XXXX-XXXX" onChange={({ target }) => setCode(target.value)} />}
        </Field>
        {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
        <Button type="submit" look="fill" size="large" busy={busy}>{t('tipOff.look')}</Button>
      </form>
      {matter && (
        <div className="matter">
          <StateOfIt matter={matter} />
          {matter.may.add === null && <AddWords matter={matter} busy={busy} onSend={(words) => doing(() => call('addToTipOff', { body: { code, words } }))} />}
          {matter.may.rate === null && <Rate matter={matter} sendBy={(rating) => doing(() => call('rateTipOff', { body: { code, ...rating } }))} />}
          {matter.rating && <MyRating rating={matter.rating} />}
          <Said matter={matter} />
          <Timeline steps={matter.steps} matter={matter} />
        </div>
      )}
    </>
  )
}

function AddWords({ matter, busy, onSend }: { matter: Matter; busy: boolean; onSend: (words: string) => Promise<void> }) {
  const t = useWords()
  const [words, setWords] = useState('')
  const isAsked = matter.state === 'asked'
  const question = isAsked ? matter.steps.filter((step) => step.kind === 'case.asked_back' && step.words).pop()?.words : undefined
  return (
    <section className={isAsked ? 'matter-part waiting-part' : 'matter-part'} aria-labelledby="tip-add">
      <h2 id="tip-add">{t(isAsked ? 'matter.question' : 'matter.add')}</h2>
      {question && <blockquote className="matter-question">{question}</blockquote>}
      <Field label={t(isAsked ? 'matter.yourAnswer' : 'matter.addWords')}>
        {(tied) => <textarea {...tied} className="input" rows={3} maxLength={10_000} value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      <Button busy={busy} onClick={() => {
        if (words.trim()) void onSend(words.trim()).then(() => setWords(''))
      }}>{t(isAsked ? 'matter.sendAnswer' : 'matter.sendAdded')}</Button>
    </section>
  )
}
