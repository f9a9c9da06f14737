import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Matter as AMatter } from '#contract/matters.ts'
import { askMatter } from '../asking/matters.ts'
import { myMembership, useMe } from '../asking/me.ts'
import { markRead } from '../asking/notices.ts'
import { Answer } from '../controls/answer.tsx'
import { CallCommunity } from '../elder/call-community.tsx'
import { useElderMode } from '../elder/elder-mode.ts'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { AddWords } from './add-words.tsx'
import { MatterSkeleton } from './matter-skeleton.tsx'
import { MeToo } from './me-too.tsx'
import { MyRating } from './my-rating.tsx'
import { PetitionOf } from './petition.tsx'
import { Rate } from './rate.tsx'
import { Reopen } from './reopen.tsx'
import { Said } from './said.tsx'
import { StateOfIt } from './state-of-it.tsx'
import { Timeline } from './timeline.tsx'
import { Withdraw } from './withdraw.tsx'
import './matter.css'

/** A matter: where it stands, what waits for me, what was said, and what was done by which body. */
export function Matter({ county, id }: { county: number; id: string }) {
  const t = useWords()
  const matter = useQuery(askMatter(county, id))
  useReadsItsNotices(id, matter.data)
  return (
    <>
      <ScreenTop title={matter.data ? t('matter.title', { number: matter.data.number }) : t('matter.titleComing')} back="/matters" />
      <Answer of={matter} skeleton={<MatterSkeleton />}>{(known) => <Known matter={known} />}</Answer>
    </>
  )
}

function Known({ matter }: { matter: AMatter }) {
  const t = useWords()
  const isElder = useElderMode()
  const membership = myMembership(useMe().data)
  const isAsked = matter.mine && matter.state === 'asked'
  const mayRate = matter.mine && matter.may.rate === null
  const canStillChange = matter.mine && !isOver(matter)
  return (
    <div className="matter">
      <StateOfIt matter={matter} />
      {!matter.mine && <MeToo matter={matter} />}
      {isAsked && <AddWords matter={matter} asAnswer />}
      {mayRate && <Rate matter={matter} />}
      {matter.mine && matter.rating && <MyRating rating={matter.rating} />}
      {matter.petition && <PetitionOf matter={matter} petition={matter.petition} />}
      {mayWantItAgain(matter) && <Reopen matter={matter} />}
      <Said matter={matter} />
      <Timeline steps={matter.steps} matter={matter} />
      {canStillChange && (
        <section className="matter-part" aria-label={t('matter.acts')}>
          {!isAsked && <AddWords matter={matter} />}
          {isElder && <CallCommunity membership={membership} />}
          <Withdraw matter={matter} />
        </section>
      )}
    </div>
  )
}

/** Nothing more is added to a matter that is over; what is greyed for another reason says why. */
const isOver = ({ state }: AMatter) => ['withdrawn', 'declined', 'rated'].includes(state)

/** Answered, and not said to be solved. Once it was handled again the button is greyed and says what happens now. */
const mayWantItAgain = ({ mine, state, rating, may }: AMatter) =>
  mine && (state === 'answered' || state === 'rated') && rating?.solved !== 'yes' && (may.reopen === null || rating !== null)

/** Whoever reads the matter has read what was told about it. */
function useReadsItsNotices(subject: string, matter: AMatter | undefined) {
  const client = useQueryClient()
  const isSignedIn = Boolean(useMe().data)
  const version = matter?.mine ? matter.version : undefined
  useEffect(() => {
    // A failure costs nothing: the notices stay unread until the next look.
    if (isSignedIn && version !== undefined) markRead(client, { subject }).catch(() => {})
  }, [client, subject, version, isSignedIn])
}
