import { useState } from 'react'
import { Button } from '../controls/button.tsx'
import { FieldError } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { VoiceIcon } from '../frame/icons.tsx'
import { useLanguage, useWords } from '../frame/use-words.ts'
import { recognitionHere } from './recognition.ts'
import { useVoice } from './use-voice.ts'
import './say-it.css'

const kept = 'gongzhi-voice-known'

/**
 * Saying instead of typing, where the browser can put speech into words; elsewhere there is nothing here. Before the
 * first time the person is told that the browser's maker may get to hear it. What is said is written, never sent.
 */
export const SayIt = (props: { onSaid: (words: string) => void }) => (recognitionHere() ? <Voice {...props} /> : null)

function Voice({ onSaid }: { onSaid: (words: string) => void }) {
  const t = useWords()
  const { isListening, guess, trouble, start, stop } = useVoice(useLanguage(), onSaid)
  const [asks, setAsks] = useState(false)
  const begin = () => {
    localStorage.setItem(kept, 'yes')
    setAsks(false)
    start()
  }
  if (asks) {
    return (
      <Told tone="attention" aloud title={t('voice.noticeTitle')}>
        <p>{t('voice.notice')}</p>
        <div className="say-it-ways">
          <Button look="fill" onClick={begin}>{t('voice.begin')}</Button>
          <Button onClick={() => setAsks(false)}>{t('voice.type')}</Button>
        </div>
      </Told>
    )
  }
  return (
    <div className="say-it">
      <Button className={isListening ? 'listening' : ''} onClick={() => {
        if (isListening) stop()
        else if (localStorage.getItem(kept)) begin()
        else setAsks(true)
      }}>
        <VoiceIcon size={22} />
        {t(isListening ? 'voice.stop' : 'voice.start')}
      </Button>
      <output className="say-it-told">{isListening && (guess || t('voice.listening'))}</output>
      {isListening && <p className="faint">{t('voice.short')}</p>}
      {trouble && <FieldError>{t(`voice.trouble.${trouble}`)}</FieldError>}
    </div>
  )
}
