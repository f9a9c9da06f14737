import { useEffect, useRef, useState } from 'react'
import type { Language } from '#screen/words.ts'
import { recognitionHere, type NotRecognised, type Recognised, type Recognition } from './recognition.ts'
import { heardIn } from './spoken-words.ts'

export type Trouble = 'notAllowed' | 'noNetwork' | 'nothingHeard' | 'other'

const troubles: Record<string, Trouble | undefined> = {
  'not-allowed': 'notAllowed', 'service-not-allowed': 'notAllowed', 'audio-capture': 'notAllowed', 'network': 'noNetwork', 'no-speech': 'nothingHeard',
}
const spoken: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/**
 * Listens to one person speaking, by the browser's own recognition. It ends with a press, when the page is put away, and
 * whenever the browser thinks that nobody speaks any more.
 * @param onSaid a piece that is understood for good
 */
export function useVoice(language: Language, onSaid: (words: string) => void) {
  const [isListening, setIsListening] = useState(false)
  const [guess, setGuess] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const at = useRef<Recognition | null>(null)
  const tell = useRef(onSaid)
  useEffect(() => {
    tell.current = onSaid
  })

  const stop = () => at.current?.stop()
  const start = () => {
    const Make = recognitionHere()
    if (!Make || at.current) return
    const recognition = new Make()
    recognition.lang = spoken[language]
    recognition.continuous = true
    recognition.interimResults = true
    recognition.addEventListener('result', (event) => {
      const heard = heardIn(event as Recognised)
      if (heard.said) tell.current(heard.said)
      setGuess(heard.guess)
    })
    recognition.addEventListener('error', (event) => {
      const { error } = event as NotRecognised
      if (error !== 'aborted') setTrouble(troubles[error] ?? 'other')
    })
    recognition.addEventListener('end', () => {
      if (at.current === recognition) at.current = null
      setIsListening(false)
      setGuess('')
    })
    at.current = recognition
    setTrouble(null)
    setIsListening(true)
    try {
      recognition.start()
    } catch {
      at.current = null
      setIsListening(false)
      setTrouble('other')
    }
  }

  useEffect(() => {
    const leave = () => document.hidden && at.current?.stop()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      at.current?.abort()
    }
  }, [])
  return { isListening, guess, trouble, start, stop }
}
