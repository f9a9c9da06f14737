import { useCallback, useState } from 'react'
import { newId } from '#screen/new-id.ts'
import type { DraftPhoto } from '../report/draft.ts'
import { dropPictures } from '../report/pictures.ts'

/** What is being added to one matter and is not sent yet. */
export interface Addition {
  /** The addition's id, kept while it is tried again, so that nothing is added twice. */
  key: string
  words: string
  photos: DraftPhoto[]
}

const prefix = 'gongzhi-addition/'
const newAddition = (): Addition => ({ key: newId(), words: '', photos: [] })

/** Whether something was begun on this phone: its form is then open. */
export const isAdding = (matter: string) => localStorage.getItem(prefix + matter) !== null

/** The addition in work: on the phone with every change, so that neither a reload nor a call that comes in loses a word. */
export function useAddition(matter: string) {
  const [addition, setAddition] = useState(() => readAddition(matter) ?? newAddition())
  const change = useCallback((how: (now: Addition) => Addition) => setAddition((now) => {
    const next = how(now)
    keepAddition(matter, next)
    return next
  }), [matter])
  /** It was sent, or is not wanted any more. */
  const drop = useCallback(async () => {
    await dropAddition(matter)
    setAddition(newAddition())
  }, [matter])
  return { addition, change, drop }
}

/** Forgets all that was begun: whoever takes the phone next must not find it. */
export async function dropAdditions() {
  const matters = Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
  for (const matter of matters) await dropAddition(matter)
}

/** Whether anything is being added, to whatever matter. */
export const isAddingAnywhere = () => Object.keys(localStorage).some((name) => name.startsWith(prefix))

function readAddition(matter: string): Addition | undefined {
  const kept = localStorage.getItem(prefix + matter)
  return kept ? (JSON.parse(kept) as Addition) : undefined
}

function keepAddition(matter: string, addition: Addition) {
  try {
    if (addition.words.trim() === '' && addition.photos.length === 0) localStorage.removeItem(prefix + matter)
    else localStorage.setItem(prefix + matter, JSON.stringify(addition))
  } catch {
    // Full, or a phone that keeps nothing: it lives as long as the page.
  }
}

async function dropAddition(matter: string) {
  const photos = readAddition(matter)?.photos ?? []
  localStorage.removeItem(prefix + matter)
  await dropPictures(photos.map(({ id }) => id))
}
