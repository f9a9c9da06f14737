import { useState } from 'react'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { useWords } from '../frame/use-words.ts'

const nameMax = 60

/** My name as it is known here; corrected in place. */
export function MyName({ name, onCorrect }: { name: string | null; onCorrect: (name: string) => Promise<void> }) {
  const t = useWords()
  const inWords = useFailureWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  if (typed === null) {
    return (
      <div className="me-line me-name">
        <p className={name ? 'me-name-words' : 'faint'}>{name ?? t('me.noName')}</p>
        <Button look="quiet" onClick={() => setTyped(name ?? '')}>{t(name ? 'me.correct' : 'me.addName')}</Button>
      </div>
    )
  }
  const save = async () => {
    if (typed.trim() === '') return
    setBusy(true)
    setFailure(null)
    try {
      await onCorrect(typed.trim())
      setTyped(null)
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      void save()
    }}>
      <Field label={t('me.name')} error={failure !== null && inWords(failure)}>
        {(tied) => <input {...tied} className="input" autoComplete="name" maxLength={nameMax} value={typed} onChange={({ target }) => setTyped(target.value)} />}
      </Field>
      <div className="me-ways">
        <Button type="submit" look="fill" busy={busy} why={typed.trim() === '' ? t('me.nameMissing') : undefined}>{t('me.save')}</Button>
        <Button look="quiet" onClick={() => setTyped(null)}>{t('matter.cancel')}</Button>
      </div>
    </form>
  )
}
