import { useEffect, useRef, useState } from 'react'
import { newId } from '#screen/new-id.ts'
import { refusalWords } from '#screen/words.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { FieldError } from '../controls/field.tsx'
import { AgainIcon, CameraIcon, CheckIcon, CloseIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { aimPhoto, type DraftPhoto } from './draft.ts'
import { dropPictures, keepPicture, usePictureUrl } from './pictures.ts'
import { shrinkPhoto, Unusable } from '#screen/shrink-photo.ts'
import { uploadPhoto, useUpload } from './upload-photo.ts'
import './photos.css'

interface Props {
  photos: DraftPhoto[]
  /** Where the photos go at once; null where that is not known yet, or nobody has signed in. */
  county: number | null
  change: (how: (photos: DraftPhoto[]) => DraftPhoto[]) => void
}

/** Photos being added: made small on the phone, kept there, and sent at once where they may be. */
export function Photos({ photos, county, change }: Props) {
  const t = useWords()
  const { photosMax } = useKnownSettings()
  const [reading, setReading] = useState(0)
  const [unusable, setUnusable] = useState<'heic' | 'picture' | 'many' | null>(null)
  const free = photosMax - photos.length - reading
  useUploads(photos, county, change)

  const add = async (files: File[]) => {
    setUnusable(files.length > free ? 'many' : null)
    const taken = files.slice(0, free)
    setReading((count) => count + taken.length)
    // One after the other: nine large pictures at once are too much for an old phone.
    for (const file of taken) {
      try {
        const { picture, width, height } = await shrinkPhoto(file)
        const id = newId()
        await keepPicture(id, picture)
        change((now) => [...now, { id, width, height, upload: null }])
      } catch (error) {
        setUnusable(error instanceof Unusable ? error.why : 'picture')
      }
      setReading((count) => count - 1)
    }
  }

  return (
    <div className="photos">
      <ul className="photos-grid">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <OnePhoto photo={photo} number={at + 1} onRemove={() => {
              change((now) => now.filter(({ id }) => id !== photo.id))
              void dropPictures([photo.id])
            }} onAgain={() => void uploadPhoto(photo).then(() => change(markDone(photo.id)), () => {})} />
          </li>
        ))}
        {Array.from({ length: reading }, (_, at) => <li key={`reading-${at}`} className="photo photo-reading" />)}
        {free > 0 && (
          <li>
            <label className="photo-add">
              <input type="file" accept="image/*,.heic,.heif" multiple className="unseen" onChange={({ target }) => {
                void add([...(target.files ?? [])])
                target.value = ''
              }} />
              <CameraIcon size={28} />
              <span>{t('photos.add')}</span>
              {photos.length > 0 && <span className="faint">{t('photos.count', { count: photos.length, max: photosMax })}</span>}
            </label>
          </li>
        )}
      </ul>
      {unusable && <FieldError>{t(`photos.unusable.${unusable}`, { max: photosMax })}</FieldError>}
    </div>
  )
}

const markDone = (id: string) => (photos: DraftPhoto[]) =>
  photos.map((photo) => (photo.id === id && photo.upload ? { ...photo, upload: { ...photo.upload, done: true } } : photo))

/** Sends every photo that is not where it belongs yet. What fails waits for a press, or for the sending of the whole. */
function useUploads(photos: DraftPhoto[], county: number | null, change: Props['change']) {
  const begun = useRef(new Set<string>())
  useEffect(() => {
    if (county === null) return
    for (const photo of photos) {
      if (photo.upload?.county !== county) {
        change((now) => now.map((one) => (one.id === photo.id ? aimPhoto(one, county, newId) : one)))
      } else if (!photo.upload.done && !begun.current.has(photo.upload.id)) {
        begun.current.add(photo.upload.id)
        // A failure shows at the photo itself.
        uploadPhoto(photo).then(() => change(markDone(photo.id)), () => {})
      }
    }
  }, [photos, county, change])
}

function OnePhoto({ photo, number, onRemove, onAgain }: { photo: DraftPhoto; number: number; onRemove: () => void; onAgain: () => void }) {
  const t = useWords()
  const url = usePictureUrl(photo.id)
  const upload = useUpload(photo.upload?.id)
  const is = photo.upload?.done ? 'done' : upload?.is
  return (
    <div className="photo">
      {url && <img src={url} alt={t('photos.one', { number })} />}
      {upload?.is === 'sending' && (
        <progress className="photo-progress" max={1} value={upload.share} aria-label={t('photos.sending', { number })} />
      )}
      {is === 'done' && <span className="photo-mark"><CheckIcon size={16} /><span className="unseen">{t('photos.done')}</span></span>}
      {is === 'failed' && <button type="button" className="photo-again" onClick={onAgain}><AgainIcon size={20} />{t('photos.again')}</button>}
      {upload?.is === 'refused' && is !== 'done' && <span className="photo-refused" role="alert">{refusalWords(upload.error.problem)}</span>}
      <button type="button" className="photo-remove" aria-label={t('photos.remove', { number })} onClick={onRemove}>
        <span><CloseIcon size={18} /></span>
      </button>
    </div>
  )
}
