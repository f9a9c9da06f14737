import { useSyncExternalStore } from 'react'
import { Refused, sendPhoto } from '#screen/api.ts'
import type { DraftPhoto } from './draft.ts'
import { readPicture } from './pictures.ts'

/** How far a photo's upload is. `refused` carries the server's code. */
export type Upload = { is: 'sending'; share: number } | { is: 'done' } | { is: 'failed' } | { is: 'refused'; error: Refused }

const uploads = new Map<string, Upload>()
const running = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()

/**
 * Sends a photo to the county that it is aimed at. One upload per photo and county at a time: whoever asks again waits
 * for the same one.
 * @throws Refused, Unreachable
 */
export function uploadPhoto({ id, upload }: DraftPhoto): Promise<void> {
  if (!upload) throw new Error('A photo was sent before it was aimed at a county')
  const there = running.get(upload.id)
  if (there) return there
  const sending = send(id, upload).finally(() => running.delete(upload.id))
  running.set(upload.id, sending)
  return sending
}

async function send(id: string, upload: { county: number; id: string }) {
  tell(upload.id, { is: 'sending', share: 0 })
  try {
    const picture = await readPicture(id)
    if (!picture) throw new Error('The picture is no longer on the phone')
    await sendPhoto(upload.county, picture, upload.id, (share) => tell(upload.id, { is: 'sending', share }))
    tell(upload.id, { is: 'done' })
  } catch (error) {
    tell(upload.id, error instanceof Refused ? { is: 'refused', error } : { is: 'failed' })
    throw error
  }
}

/** How far one upload is, drawn again as it goes on. */
export const useUpload = (id: string | undefined): Upload | undefined =>
  useSyncExternalStore(subscribe, () => (id ? uploads.get(id) : undefined))

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(id: string, upload: Upload) {
  uploads.set(id, upload)
  for (const listener of listeners) listener()
}
