import { del, get, set } from 'idb-keyval'
import { useEffect, useState } from 'react'

/** Pictures of drafts, on this phone alone. Each lies under a key of its own, so that a keystroke does not write them again. */
const keyOf = (id: string) => `picture/${id}`

/** Also held here: a phone in private mode may not keep anything. */
const held = new Map<string, Blob>()

export async function keepPicture(id: string, picture: Blob) {
  held.set(id, picture)
  await set(keyOf(id), picture).catch(() => {})
}

export async function readPicture(id: string): Promise<Blob | undefined> {
  const picture = held.get(id) ?? (await get<Blob>(keyOf(id)).catch(() => undefined))
  if (picture) held.set(id, picture)
  return picture
}

export async function dropPictures(ids: string[]) {
  for (const id of ids) held.delete(id)
  await Promise.all(ids.map((id) => del(keyOf(id)).catch(() => {})))
}

/** An address for `src`; null while it is being read. */
export function usePictureUrl(id: string): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    void readPicture(id).then((picture) => {
      if (!picture || gone) return
      made = URL.createObjectURL(picture)
      setUrl(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])
  return url
}
