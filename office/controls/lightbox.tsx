import { useEffect, useRef } from 'react'
import type { Photo } from '#contract/files.ts'
import { useSay } from '../say.ts'
import { Icon } from './icon.tsx'

interface Props {
  photos: Photo[]
  address: (photo: string) => string
  at: number
  show: (at: number) => void
  close: () => void
}

/** One picture, large. Arrow keys turn, Escape or a touch beside the picture closes. */
export function Lightbox({ photos, address, at, show, close }: Props) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const photo = photos[at]!
  const turn = (by: number) => show((at + by + photos.length) % photos.length)
  const several = photos.length > 1
  return (
    // The keys are extra ways to the buttons below, which keyboard and screen reader reach as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={t('office.photos.title', { number: at + 1, count: photos.length })}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft' && several) turn(-1)
        if (event.key === 'ArrowRight' && several) turn(1)
      }}
    >
      <img
        key={photo.id}
        src={address(photo.id)}
        alt={t('office.photos.title', { number: at + 1, count: photos.length })}
        width={photo.width}
        height={photo.height}
      />
      <div className="lightbox-bar">
        {several && (
          <>
            <button type="button" onClick={() => turn(-1)} aria-label={t('office.photos.previous')}>
              <Icon name="back" size={20} />
            </button>
            <span className="figures" aria-live="polite">
              {at + 1} / {photos.length}
            </span>
            <button type="button" onClick={() => turn(1)} aria-label={t('office.photos.next')}>
              <Icon name="forward" size={20} />
            </button>
          </>
        )}
        <button type="button" onClick={() => dialog.current?.close()} aria-label={t('office.close')}>
          <Icon name="close" size={20} />
        </button>
      </div>
    </dialog>
  )
}
