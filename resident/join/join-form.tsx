import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call } from '#screen/api.ts'
import { meKey } from '../asking/me.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'

type Kind = Operations['askMembership']['body']['kind']
const kinds: Kind[] = ['owner', 'tenant', 'resident', 'worker']

/** As what, by which name, in which flat: what the committee needs to know whom it verifies. */
export function JoinForm({ code, name: known, isAfterSilence, onAsked }: {
  code: string
  name: string | null
  isAfterSilence: boolean
  onAsked: () => void
}) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const [kind, setKind] = useState<Kind>('owner')
  const [name, setName] = useState(known ?? '')
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const ask = async () => {
    setTried(true)
    if (name.trim() === '') return document.getElementById('join-name')?.focus()
    if (address.trim() === '') return document.getElementById('join-address')?.focus()
    setBusy(true)
    setFailure(null)
    try {
      await call('askMembership', { params: { code }, body: { kind, name: name.trim(), address: address.trim() } })
      onAsked()
      await client.invalidateQueries({ queryKey: meKey })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      void ask()
    }}>
      {isAfterSilence && <Told tone="plain">{t('join.afterSilence')}</Told>}
      <Choice legend={t('join.as')} look="cards" value={kind} onChoose={setKind}
        options={kinds.map((value) => ({ value, label: t(`membership.kinds.${value}`), more: t(`join.kinds.${value}`) }))} />
      <Field id="join-name" label={t('me.name')} error={tried && name.trim() === '' && t('join.nameMissing')}>
        {(tied) => <input {...tied} className="input" autoComplete="name" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      <Field id="join-address" label={t(kind === 'worker' ? 'join.workplace' : 'join.address')} hint={t('join.addressHint')}
        error={tried && address.trim() === '' && t('join.addressMissing')}>
        {(tied) => <input {...tied} className="input" autoComplete="off" maxLength={200} value={address} onChange={({ target }) => setAddress(target.value)} />}
      </Field>
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t('join.ask')}</Button>
      <p className="faint">{t('join.who')}</p>
    </form>
  )
}
