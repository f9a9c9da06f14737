import { useEffect, useRef, useState } from 'react'
import { Refused } from '#screen/api.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { useWords } from '../frame/use-words.ts'
import { askCode, type Asked } from './ask-phone.tsx'

const digits = 6

interface Props {
  asked: Asked
  onAgain: (asked: Asked) => void
  /** Signs in. @throws Refused, Unreachable */
  onCode: (code: string) => Promise<void>
  onOther: () => void
}

/** The second half of signing in: the code of the message, which the phone may fill in by itself. */
export function EnterCode({ asked, onAgain, onCode, onOther }: Props) {
  const t = useWords()
  const inWords = useFailureWords()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const use = async (typed: string) => {
    if (typed.length < digits || busy) return input.current?.focus()
    setBusy(true)
    setFailure(null)
    try {
      await onCode(typed)
    } catch (error) {
      setFailure(error)
      setBusy(false)
      // A wrong code is typed anew; after a lost answer the same one may still be good.
      if (error instanceof Refused) setCode('')
      input.current?.focus()
    }
  }
  const again = async () => {
    setFailure(null)
    try {
      onAgain(await askCode(asked.phone, asked.consent))
      setCode('')
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <form className="sign-in" noValidate onSubmit={(event) => {
      event.preventDefault()
      void use(code)
    }}>
      <Field label={t('signIn.code')} hint={t('signIn.codeSent', { phone: inGroups(asked.phone) })} error={failure !== null && inWords(failure)}>
        {(tied) => (
          <input {...tied} ref={input} className="input input-code" inputMode="numeric" autoComplete="one-time-code" maxLength={digits}
            pattern="[0-9]*" value={code} onChange={({ target }) => {
              const typed = target.value.replace(/\D/g, '')
              setCode(typed)
              if (typed.length === digits) void use(typed)
            }} />
        )}
      </Field>
      {asked.demoCode && (
        <p className="demo-code">
          <span className="demo-mark">{t('demo.mark')}</span>
          {t('demo.code')} <Button look="quiet" onClick={() => {
            setCode(asked.demoCode!)
            void use(asked.demoCode!)
          }}>{asked.demoCode}</Button>
        </p>
      )}
      <Button type="submit" look="fill" size="large" busy={busy}>{t('signIn.title')}</Button>
      <SendAgain key={asked.againAt} at={asked.againAt} onAgain={() => void again()} />
      <Button look="quiet" onClick={onOther}>{t('signIn.otherPhone')}</Button>
    </form>
  )
}

const inGroups = (phone: string) => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

function SendAgain({ at, onAgain }: { at: number; onAgain: () => void }) {
  const t = useWords()
  const [left, setLeft] = useState(() => secondsUntil(at))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(at)), 1_000)
    return () => clearInterval(timer)
  }, [at])
  return left > 0
    ? <p className="faint sign-in-again">{t('signIn.againIn', { seconds: left })}</p>
    : <Button look="quiet" onClick={onAgain}>{t('signIn.again')}</Button>
}

const secondsUntil = (at: number) => Math.max(0, Math.ceil((at - Date.now()) / 1_000))
