import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Case } from '#contract/cases.ts'
import { Icon } from '../controls/icon.tsx'
import { ownUpTo } from '../own-acts.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import type { CaseSearch } from '../search.ts'
import { OpenAct } from './acts/open-act.tsx'
import { SimilarCases } from './advice/similar-cases.tsx'
import { ActList } from './act-list.tsx'
import { Clocks } from './clocks.tsx'
import { Desk } from './desk.tsx'
import { TaskGroup } from './group/task-group.tsx'
import { Merged } from './merged.tsx'
import { OwnershipTalk } from './ownership-talk.tsx'
import { Requests, waitsForMe } from './requests.tsx'
import { Tasks } from './tasks.tsx'
import { ThreeFacts } from './three-facts.tsx'
import { WhyThisTime } from './why-this-time.tsx'

/** What can be done next; or, in its place, the form of what is being done. */
export function ActsColumn({ subject }: { subject: Case }) {
  const { t } = useSay()
  const { county, id } = subject
  const { act, task, clock } = useSearch({ from: '/frame/$county/cases/$id' })
  const navigate = useNavigate({ from: '/$county/cases/$id' })
  const memory = useQueryClient()
  const [said, setSaid] = useState({ words: '', version: 0 })
  const open = useCallback(
    (search: CaseSearch) => {
      setSaid({ words: '', version: 0 })
      void navigate({ search })
    },
    [navigate],
  )
  const back = useCallback(() => void navigate({ search: {}, replace: true }), [navigate])
  const done = useCallback(
    (words: string) => {
      const now = memory.getQueryData(reading('readCase', { params: { county, id } }).queryKey)
      setSaid({ words, version: now?.version ?? 0 })
      back()
    },
    [back, memory, county, id],
  )

  // What others have done since may have overtaken it.
  const isStillTrue = said.words !== '' && ownUpTo(id, said.version) >= subject.version
  // What waits for me comes before what I may do besides.
  const isMineToDecide = subject.requests.some(waitsForMe)
  const shownClock = subject.clocks.find((one) => one.id === clock)
  return (
    <section className="case-acts" aria-label={t('office.case.acts')}>
      <p className="said" aria-live="polite">
        {isStillTrue && (
          <>
            <Icon name="check" /> {said.words}
          </>
        )}
      </p>
      {shownClock ? <WhyThisTime subject={subject} clock={shownClock} back={back} /> : null}
      {!shownClock && act ? (
        <OpenAct key={`${act}-${task}`} name={act} taskId={task} subject={subject} back={back} done={done} />
      ) : null}
      {!shownClock && !act ? (
        <>
          {isMineToDecide && <><OwnershipTalk subject={subject} /><Requests subject={subject} /></>}
          <ActList subject={subject} open={open} done={done} />
          <TaskGroup subject={subject} />
          <ThreeFacts subject={subject} />
          <Merged subject={subject} open={open} />
          <SimilarCases subject={subject} />
          {!isMineToDecide && <><OwnershipTalk subject={subject} /><Requests subject={subject} /></>}
          <Tasks subject={subject} open={open} done={done} />
          <Clocks subject={subject} open={(one) => open({ clock: one })} />
          <Desk subject={subject} />
        </>
      ) : null}
    </section>
  )
}
