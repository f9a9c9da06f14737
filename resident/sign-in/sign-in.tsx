import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { meetSomebodyElse } from '../asking/me.ts'
import { AskPhone, type Asked } from './ask-phone.tsx'
import { EnterCode } from './enter-code.tsx'
import './sign-in.css'

interface Props {
  /** Told who it is, once the session is there. */
  onDone: (person: string) => void
  onBack?: () => void
}

/** Signing in by phone: the number, then the code. Stands in its own screen and inside others. */
export function SignIn({ onDone, onBack }: Props) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const signIn = async (code: string) => {
    if (!asked) return
    const { person } = await call('signInByPhone', { body: { phone: asked.phone, code, consent: asked.consent } })
    await meetSomebodyElse(client)
    onDone(person)
  }
  if (!asked) return <AskPhone onAsked={setAsked} onBack={onBack} />
  return <EnterCode asked={asked} onAgain={setAsked} onCode={signIn} onOther={() => setAsked(null)} />
}
