import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'
import { isPhone, phoneDigits } from '../report/draft.ts'
import { Consent, consentKeptHere, keepConsentHere } from './consent.tsx'
import { DemoPhones } from './demo-phones.tsx'
import { askPrivacyNotice } from './privacy.ts'

/** A code was sent to this phone. */
export interface Asked {
  phone: string
  consent: string | undefined
  againAt: number
  demoCode: string | undefined
}

/** Sends a code to the phone. @throws Refused, Unreachable */
export async function askCode(phone: string, consent: string | undefined): Promise<Asked> {
  const { again, demoCode } = await call('requestPhoneCode', { body: { phone } })
  return { phone, consent, demoCode, againAt: Date.now() + again.afterSeconds * 1_000 }
}

/** The first half of signing in: the number, and consent to what is kept about it. */
export function AskPhone({ onAsked, onBack }: { onAsked: (asked: Asked) => void; onBack?: () => void }) {
  const t = useWords()
  const { demo } = useKnownSettings()
  const inWords = useFailureWords()
  const notice = useQuery(askPrivacyNotice)
  const version = notice.data?.version
  const [phone, setPhone] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const hasAgreed = agreed || (version !== undefined && consentKeptHere() === version)

  const ask = async () => {
    setTried(true)
    if (!isPhone(phone)) return document.getElementById('phone')?.focus()
    if (!hasAgreed) return document.getElementById('consent')?.focus()
    setBusy(true)
    setFailure(null)
    try {
      const asked = await askCode(phone, version)
      if (version) keepConsentHere(version)
      onAsked(asked)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <form className="sign-in" noValidate onSubmit={(event) => {
      event.preventDefault()
      void ask()
    }}>
      <Field id="phone" label={t('signIn.phone')} error={tried && !isPhone(phone) && t('signIn.phoneWrong')}>
        {(tied) => (
          <input {...tied} className="input input-phone" type="tel" inputMode="numeric" autoComplete="tel-national" enterKeyHint="next"
            value={phone} onChange={({ target }) => setPhone(phoneDigits(target.value))} />
        )}
      </Field>
      <Consent agreed={hasAgreed} onAgree={setAgreed} missing={tried && !hasAgreed} />
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t('signIn.sendCode')}</Button>
      {onBack && <Button look="quiet" onClick={onBack}>{t('signIn.back')}</Button>}
      {demo && <DemoPhones onChoose={setPhone} />}
    </form>
  )
}
