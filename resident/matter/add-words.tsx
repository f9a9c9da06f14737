import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { dropPictures } from '../report/pictures.ts'
import { uploadPhoto } from '../report/upload-photo.ts'

/** Words or photos added later; where the desk has asked, this is the answer, with the question above it. */
export function AddWords({ matter, asAnswer = false }: { matter: Matter; asAnswer?: boolean }) {
  const t = useWords()
  const [open, setOpen] = useState(asAnswer)
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

function AddForm({ matter: { county, id }, asAnswer, onDone }: { matter: Matter; asAnswer: boolean; onDone: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  // The addition's id, kept while it is tried again, so that nothing is added twice.
  const [key, setKey] = useState(newId)
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<DraftPhoto[]>([])
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
      setPhotos(aimed)
      for (const photo of aimed) if (!photo.upload?.done) await uploadPhoto(photo)
      const ids = aimed.flatMap(({ upload }) => (upload ? [upload.id] : []))
      await call('addToMatter', { params: { county, id }, key, body: { words: words.trim(), photos: ids } })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
      void client.invalidateQueries({ queryKey: mattersKey })
      void dropPictures(photos.map((photo) => photo.id))
      onDone()
    } catch (error) {
      // What was refused was not written: changed words are another addition.
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
      <Field id="added-words" label={t(asAnswer ? 'matter.yourAnswer' : 'matter.addWords')} error={tried && isEmpty && t('report.missing.words')}>
        {(tied) => <textarea {...tied} className="input" rows={4} value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      <Photos photos={photos} county={county} change={setPhotos} />
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button type="submit" look="fill" size="large" busy={busy}>{t(asAnswer ? 'matter.sendAnswer' : 'matter.sendAdded')}</Button>
      {!asAnswer && <Button look="quiet" onClick={onDone}>{t('matter.cancel')}</Button>}
    </form>
  )
}
