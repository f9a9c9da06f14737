import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '#contract/signing-in.ts'
import { call } from '#screen/api.ts'
import { Answer, useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Told } from '../controls/told.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useTime } from '../frame/use-time.ts'
import { useLanguage, useWords } from '../frame/use-words.ts'
import { RowsSkeleton } from '../matters/rows-skeleton.tsx'
import { deviceWords } from './device-words.ts'
import './me.css'

const sessionsKey = ['sessions']

/** Where I am signed in, and ending it there. */
export function Sessions() {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const sessions = useQuery({ queryKey: sessionsKey, queryFn: async () => (await call('listSessions')).items })
  const [ending, setEnding] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const end = async (id: string) => {
    setEnding(id)
    setFailure(null)
    try {
      await call('endSession', { params: { id } })
      await client.invalidateQueries({ queryKey: sessionsKey })
    } catch (error) {
      setFailure(error)
    }
    setEnding(null)
  }
  return (
    <>
      <ScreenTop title={t('sessions.title')} back="/me" />
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Answer of={sessions} skeleton={<RowsSkeleton count={2} />}>
        {(items) => (
          <ul className="rows">
            {items.map((session) => <OneSession key={session.id} session={session} busy={ending === session.id} onEnd={() => void end(session.id)} />)}
          </ul>
        )}
      </Answer>
    </>
  )
}

function OneSession({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const { ago, time } = useTime()
  return (
    <li className="row session">
      <div className="row-words">
        <span className="row-title">{deviceWords(session.device, language) ?? t('sessions.unknown')}</span>
        <span className="row-meta">
          <span>{t(`sessions.apps.${session.app}`)}</span>
          <span>{session.isThis ? t('sessions.this') : t('sessions.lastSeen', { time: ago(session.lastSeenAt) })}</span>
          <span>{t('sessions.started', { time: time(session.startedAt) })}</span>
        </span>
      </div>
      {!session.isThis && <Button busy={busy} onClick={onEnd}>{t('sessions.end')}</Button>}
    </li>
  )
}
