import { useRef, useState } from 'react'
import type { Photo } from '#contract/files.ts'
import { useSay } from '../say.ts'
import { Lightbox } from './lightbox.tsx'

export type PhotoSize = 'thumb' | 'full'

/** Small pictures in a row; one touch opens them large. */
export function Photos({ photos, address }: { photos: Photo[]; address: (photo: string, size: PhotoSize) => string }) {
  const { t } = useSay()
  const [open, setOpen] = useState<number>()
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  if (photos.length === 0) return null
  const close = () => {
    if (open !== undefined) buttons.current[open]?.focus()
    setOpen(undefined)
  }
  return (
    <>
      <ul className="photos">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <button
              type="button"
              className="photo"
              ref={(button) => {
                buttons.current[at] = button
              }}
              onClick={() => setOpen(at)}
            >
              <img
                src={address(photo.id, 'thumb')}
                alt={t('office.photos.open', { number: at + 1, count: photos.length })}
                width={photo.width}
                height={photo.height}
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <Lightbox photos={photos} address={(photo) => address(photo, 'full')} at={open} show={setOpen} close={close} />
      )}
    </>
  )
}
