import { useRef, useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf, sendPhoto } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { Icon } from './icon.tsx'
import { useWhy } from './why.ts'

interface Props {
  county: number
  /** Photos that have been uploaded and will be sent with the form. */
  value: string[]
  onChange: (change: (photos: string[]) => string[]) => void
}

/** Pictures just taken are shown from here; after a reload the server gives them back. */
const taken = new Map<string, string>()

interface Sending {
  key: string
  picture: File
  error?: unknown
}

/** Adds pictures to a form. Each is uploaded at once; one that failed can be sent again with the same key. */
export function PhotoField({ county, value, onChange }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const { photosMax } = useSuspenseQuery(reading('readSettings')).data
  const [sending, setSending] = useState<Sending[]>([])
  const input = useRef<HTMLInputElement>(null)

  const send = async ({ key, picture }: Sending) => {
    setSending((all) => all.map((one) => (one.key === key ? { key, picture } : one)))
    try {
      const photo = await sendPhoto(county, picture, key)
      taken.set(photo.id, URL.createObjectURL(picture))
      onChange((photos) => [...photos, photo.id])
      setSending((all) => all.filter((one) => one.key !== key))
    } catch (error) {
      setSending((all) => all.map((one) => (one.key === key ? { ...one, error } : one)))
    }
  }
  const add = (files: FileList | null) => {
    const room = photosMax - value.length - sending.length
    const added = Array.from(files ?? [])
      .slice(0, room)
      .map((picture) => ({ key: newId(), picture }))
    setSending((all) => [...all, ...added])
    for (const one of added) void send(one)
  }
  const isFull = value.length + sending.length >= photosMax

  return (
    <div className="photo-field">
      <ul className="photos">
        {value.map((photo, at) => (
          <li key={photo}>
            <img
              src={taken.get(photo) ?? addressOf('readPhoto', { county, id: photo }, { size: 'thumb' })}
              alt={t('office.photos.added', { number: at + 1 })}
            />
            <button
              type="button"
              className="photo-remove"
              aria-label={t('office.photos.remove', { number: at + 1 })}
              onClick={() => onChange((photos) => photos.filter((one) => one !== photo))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.key} className={one.error ? 'photo-failed' : 'photo-sending'}>
            <span>{t(one.error ? 'office.photos.failed' : 'office.photos.sending')}</span>
          </li>
        ))}
      </ul>
      {sending
        .filter(({ error }) => error)
        .map((one) => (
          <p key={one.key} className="field-error" role="alert">
            {one.picture.name}：{why(one.error)}{' '}
            <button type="button" className="link" onClick={() => void send(one)}>
              {t('office.again')}
            </button>{' '}
            <button
              type="button"
              className="link"
              onClick={() => setSending((all) => all.filter(({ key }) => key !== one.key))}
            >
              {t('office.leaveOut')}
            </button>
          </p>
        ))}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          add(event.target.files)
          event.target.value = ''
        }}
      />
      {!isFull && (
        <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
          <Icon name="camera" /> {t('office.photos.add')}
        </button>
      )}
    </div>
  )
}
