import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from './draft.ts'
import { dropPictures } from './pictures.ts'

const kept = 'gongzhi-draft'

/**
 * The draft that lies on this phone, if any. It stands in the storage that writes at once: a page that is left has no
 * time to wait for the other one. Its pictures lie there, each written before the draft names it.
 */
export async function readDraft(): Promise<Draft | undefined> {
  const before = localStorage.getItem(kept)
  return before ? (JSON.parse(before) as Draft) : undefined
}

export async function keepDraft(draft: Draft): Promise<void> {
  try {
    localStorage.setItem(kept, JSON.stringify(draft))
  } catch {
    // Full, or a phone that keeps nothing: the draft lives as long as the page.
  }
}

/** Forgets the draft; its pictures too, unless they go on to the outbox. */
export async function dropDraft(pictures: 'with pictures' | 'without pictures') {
  if (pictures === 'with pictures') await dropPictures((await readDraft())?.photos.map(({ id }) => id) ?? [])
  localStorage.removeItem(kept)
}

/**
 * The draft in work: kept on the phone a moment after each change, and at once when the page is left, so that neither
 * a reload nor a call that comes in loses a word.
 * @param begin makes a new draft where none is kept
 */
export function useDraft(begin: () => Draft) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    if (timer.current !== undefined && latest.current) void keepDraft(latest.current)
    timer.current = undefined
  }, [])

  const put = useCallback((next: Draft) => {
    latest.current = next
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(save, 300)
  }, [save])

  /** Changes what is there now, not what was there when the screen was drawn: uploads end at any time. */
  const change = useCallback((how: (draft: Draft) => Draft) => {
    if (latest.current) put(how(latest.current))
  }, [put])

  /** From now on nothing of this draft is kept here: it has gone on. */
  const letGo = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    latest.current = null
  }, [])

  const begun = useRef(begin)
  useEffect(() => {
    let gone = false
    void readDraft().then((found) => {
      if (gone || latest.current) return
      latest.current = found ?? begun.current()
      setDraft(latest.current)
    })
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      gone = true
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
      save()
    }
  }, [save])

  return { draft, change, put, letGo, current: () => latest.current }
}
