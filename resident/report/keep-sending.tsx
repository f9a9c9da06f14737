import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { mattersKey } from '../asking/matters.ts'
import { openOutbox, sendWhatIsDue, useOutbox } from './outbox-store.ts'

const lookEveryMs = 15_000

/** Sends what waits in the outbox while the app is open, in whichever screen. Draws nothing. */
export function KeepSending({ person }: { person: string | null }) {
  const client = useQueryClient()
  const { sent } = useOutbox()
  useEffect(() => {
    void openOutbox().then(() => (person ? sendWhatIsDue(person, 'network') : undefined))
  }, [person])
  useEffect(() => {
    if (!person) return
    const byTime = () => void sendWhatIsDue(person, 'time')
    const byNetwork = () => void sendWhatIsDue(person, 'network')
    const timer = setInterval(byTime, lookEveryMs)
    addEventListener('online', byNetwork)
    return () => {
      clearInterval(timer)
      removeEventListener('online', byNetwork)
    }
  }, [person])
  useEffect(() => {
    if (sent.length > 0) void client.invalidateQueries({ queryKey: mattersKey })
  }, [sent, client])
  return null
}
