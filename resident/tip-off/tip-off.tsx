import { useState } from 'react'
import { Link } from 'wouter'
import type { Operations } from '#contract/index.ts'
import type { NamedRegion } from '#contract/wire.ts'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field, FieldError } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { ChooseVillage } from '../report/choose-village.tsx'
import './tip-off.css'

type Sent = Operations['submitTipOff']['reply']

/** A tip-off: nobody is asked who they are. What was typed stays on this screen alone, and is gone with it. */
export function TipOff() {
  const t = useWords()
  const [sent, setSent] = useState<Sent>()
  return (
    <>
      <ScreenTop title={t('tipOff.title')} back="/report" />
      {sent ? <CodePaper sent={sent} /> : <Write onSent={setSent} />}
    </>
  )
}

function Write({ onSent }: { onSent: (sent: Sent) => void }) {
  const t = useWords()
  const name = useName()
  const inWords = useFailureWords()
  const { counties } = useKnownSettings()
  const [key, setKey] = useState(newId)
  const [words, setWords] = useState('')
  const [county, setCounty] = useState<number | null>(counties.length === 1 ? counties[0]!.id : null)
  const [village, setVillage] = useState<NamedRegion | null>(null)
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const noWords = words.trim() === ''
  const noPlace = county === null || (village === null && address.trim() === '')
  const send = async () => {
    setTried(true)
    if (noWords) return document.getElementById('tip-words')?.focus()
    if (noPlace || county === null) return
    setBusy(true)
    setFailure(null)
    try {
      const place = { ...(village && { region: village.id }), ...(address.trim() && { address: address.trim() }) }
      onSent(await call('submitTipOff', { params: { county }, key, body: { words: words.trim(), place } }))
    } catch (error) {
      if (error instanceof Refused) setKey(newId())
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      void send()
    }}>
      <Told title={t('tipOff.nobody')}>{t('tipOff.nobodyMore')}</Told>
      <Field id="tip-words" label={t('tipOff.words')} error={tried && noWords && t('report.missing.words')}>
        {(tied) => <textarea {...tied} className="input" rows={6} maxLength={10_000} autoComplete="off" value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      {village
        ? <p className="tip-off-place">{name(village.name)} <Button look="quiet" onClick={() => setVillage(null)}>{t('where.other')}</Button></p>
        : <ChooseVillage county={county} onChoose={(chosen, found) => {
            setCounty(chosen)
            setVillage(found)
          }} />}
      <Field label={t('where.address')} optional={t('report.optional')}>
        {(tied) => <input {...tied} className="input" maxLength={200} autoComplete="off" value={address} onChange={({ target }) => setAddress(target.value)} />}
      </Field>
      {tried && noPlace && <FieldError>{t('report.missing.place')}</FieldError>}
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t('tipOff.send')}</Button>
      <Link href="/tip-off/answer" className="button line large">{t('tipOff.haveCode')}</Link>
    </form>
  )
}

/** The code is shown once, and is the only way back. */
function CodePaper({ sent }: { sent: Sent }) {
  const t = useWords()
  const name = useName()
  const { time } = useTime()
  const [copied, setCopied] = useState(false)
  return (
    <div className="stack" aria-live="polite">
      <div className="tip-off-paper">
        <p className="faint">{t('tipOff.code')}</p>
        <p className="tip-off-code">{sent.code}</p>
        <Button onClick={() => void navigator.clipboard?.writeText(sent.code).then(() => setCopied(true))}>{t(copied ? 'tipOff.copied' : 'tipOff.copy')}</Button>
        <p className="faint">{t('receipt.at', { time: time(sent.receivedAt), desk: name(sent.desk) })}</p>
      </div>
      <Told tone="attention" title={t('tipOff.keep')}>{t('tipOff.keepMore')}</Told>
      {sent.replyDueAt && <p>{t('tipOff.answerBy', { time: time(sent.replyDueAt) })}</p>}
      <Link href="/" className="button line large">{t('frame.toHome')}</Link>
    </div>
  )
}
