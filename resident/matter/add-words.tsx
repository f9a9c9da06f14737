import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { refusalText } from '#screen/words.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Field } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { PenIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { aimPhoto, type DraftPhoto } from '../report/draft.ts'
import { Photos } from '../report/photos.tsx'
import { uploadPhoto } from '../report/upload-photo.ts'
import { SayIt } from '../voice/say-it.tsx'
import { withSaid } from '../voice/spoken-words.ts'
import { isAdding, useAddition, type Addition } from './use-addition.ts'

/** Words or photos added later; where the desk has asked, this is the answer, with the question above it. */
export function AddWords({ matter, asAnswer = false }: { matter: Matter; asAnswer?: boolean }) {
  const t = useWords()
  const [open, setOpen] = useState(() => asAnswer || isAdding(matter.id))
  const why = matter.may.add
  if (!asAnswer && !open) {
    return <Button className="matter-act" why={why ? refusalText(why) : undefined} onClick={() => setOpen(true)}><PenIcon size={22} />{t('matter.add')}</Button>
  }
  const question = asAnswer ? matter.steps.filter(({ kind, words }) => kind === 'case.asked_back' && words).pop()?.words : undefined
  return (
    <section className={asAnswer ? 'matter-part waiting-part' : 'matter-part'} aria-labelledby="add-words">
      <h2 id="add-words">{t(asAnswer ? 'matter.question' : 'matter.add')}</h2>
      {question && <blockquote className="matter-question">{question}</blockquote>}
      <AddForm matter={matter} asAnswer={asAnswer} onDone={() => setOpen(asAnswer)} />
    </section>
  )
}

/** What was refused was not written: changed words are another addition. Photos that the server no longer holds go again. */
function afterRefusal(now: Addition, { problem }: Refused): Addition {
  const isPhotoGone = ['photo.not_yours', 'photo.used'].includes(problem.code)
  return { ...now, key: newId(), photos: isPhotoGone ? now.photos.map((photo) => ({ ...photo, upload: null })) : now.photos }
}

function AddForm({ matter: { county, id }, asAnswer, onDone }: { matter: Matter; asAnswer: boolean; onDone: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const { addition: { key, words, photos }, change, drop } = useAddition(id)
  const changePhotos = useCallback((how: (now: DraftPhoto[]) => DraftPhoto[]) => change((now) => ({ ...now, photos: how(now.photos) })), [change])
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const isEmpty = words.trim() === ''

  const send = async () => {
    setTried(true)
    if (isEmpty) return document.getElementById('added-words')?.focus()
    setBusy(true)
    setFailure(null)
    try {
      const aimed = photos.map((photo) => aimPhoto(photo, county, newId))
      changePhotos(() => aimed)
      for (const photo of aimed) if (!photo.upload?.done) await uploadPhoto(photo)
      const ids = aimed.flatMap(({ upload }) => (upload ? [upload.id] : []))
      await call('addToMatter', { params: { county, id }, key, body: { words: words.trim(), photos: ids } })
      await drop()
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
      void client.invalidateQueries({ queryKey: mattersKey })
      onDone()
    } catch (error) {
      if (error instanceof Refused) change((now) => afterRefusal(now, error))
      setFailure(error)
    }
    setBusy(false)
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      void send()
    }}>
      <Field id="added-words" label={t(asAnswer ? 'matter.yourAnswer' : 'matter.addWords')} error={tried && isEmpty && t('report.missing.words')}>
        {(tied) => <textarea {...tied} className="input" rows={4} value={words} onChange={({ target }) => change((now) => ({ ...now, words: target.value }))} />}
      </Field>
      <SayIt onSaid={(said) => change((now) => ({ ...now, words: withSaid(now.words, said) }))} />
      <Photos photos={photos} county={county} change={changePhotos} />
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t(asAnswer ? 'matter.sendAnswer' : 'matter.sendAdded')}</Button>
      {!asAnswer && <Button look="quiet" onClick={() => void drop().then(onDone)}>{t('matter.cancel')}</Button>}
    </form>
  )
}
