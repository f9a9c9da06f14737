import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '#screen/live.ts'
import { mattersKey } from '../asking/matters.ts'
import { noticesKey } from '../asking/notices.ts'

/** Several facts of one act come together; they are read once. */
const pauseMs = 400
/** A notice is written by a reaction to the fact, so it may come a moment later. */
const noticeMs = 2_500

/** Reads again what has changed while the person looks at it. Draws nothing. */
export function FollowLive() {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const changed = useRef(new Set<string>())
  const readAgain = () => {
    const subjects = changed.current
    changed.current = new Set()
    void client.invalidateQueries({ queryKey: mattersKey })
    void client.invalidateQueries({ queryKey: noticesKey })
    later.current = setTimeout(() => void client.invalidateQueries({ queryKey: noticesKey }), noticeMs)
    void client.invalidateQueries({ predicate: ({ queryKey: [kind, , id] }) => kind === 'matter' && subjects.has(String(id)) })
  }
  useLive(
    'resident',
    ({ kind, subject }) => {
      changed.current.add(subject)
      clearTimeout(timer.current)
      timer.current = setTimeout(readAgain, pauseMs)
      if (kind.startsWith('membership')) void client.invalidateQueries({ queryKey: ['me'] })
    },
    () => void client.invalidateQueries(),
  )
  useEffect(() => () => {
    clearTimeout(timer.current)
    clearTimeout(later.current)
  }, [])
  return null
}
