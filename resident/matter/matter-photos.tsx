import { useRef, useState } from 'react'
import type { Photo } from '#contract/files.ts'
import { addressOf } from '#screen/api.ts'
import { BackIcon, CloseIcon, NextIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import './matter-photos.css'

interface Props {
  matter: { county: number; id: string }
  photos: Photo[]
}

/** Photos of a matter or of a step, each with its room kept before it comes; pressed, one fills the screen. */
export function MatterPhotos({ matter: { county, id }, photos }: Props) {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const shown = photos[at]
  const src = (photo: Photo, size: 'thumb' | 'full') => addressOf('readMatterPhoto', { county, id, photo: photo.id }, { size })
  const open = (which: number) => {
    setAt(which)
    dialog.current?.showModal()
  }
  if (photos.length === 0) return null
  return (
    <>
      <ul className={photos.length === 1 ? 'matter-photos one' : 'matter-photos'}>
        {photos.map((photo, which) => (
          <li key={photo.id}>
            <button type="button" onClick={() => open(which)} aria-label={t('photos.open', { number: which + 1, count: photos.length })}>
              <img src={src(photo, photos.length === 1 ? 'full' : 'thumb')} alt="" width={photo.width} height={photo.height} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      <dialog ref={dialog} className="photo-large" aria-label={t('photos.one', { number: at + 1 })}>
        {shown && <img src={src(shown, 'full')} alt={t('photos.one', { number: at + 1 })} width={shown.width} height={shown.height} />}
        <div className="photo-large-bar">
          {photos.length > 1 && (
            <>
              <button type="button" aria-label={t('photos.previous')} onClick={() => setAt((at + photos.length - 1) % photos.length)}><BackIcon /></button>
              <span>{at + 1} / {photos.length}</span>
              <button type="button" aria-label={t('photos.next')} onClick={() => setAt((at + 1) % photos.length)}><NextIcon /></button>
            </>
          )}
          <button type="button" aria-label={t('photos.close')} onClick={() => dialog.current?.close()}><CloseIcon /></button>
        </div>
      </dialog>
    </>
  )
}
