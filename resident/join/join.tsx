import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Operations } from '#contract/index.ts'
import { call } from '#screen/api.ts'
import { useMe } from '../asking/me.ts'
import { Answer } from '../controls/answer.tsx'
import { Bone } from '../controls/skeleton.tsx'
import { Told } from '../controls/told.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { JoinForm } from './join-form.tsx'
import './join.css'

type Community = Operations['readCommunity']['reply']

/** Where the community's QR code leads: which community it is, and asking to belong to it. */
export function Join({ code }: { code: string }) {
  const t = useWords()
  const [, go] = useLocation()
  const community = useQuery({ queryKey: ['community', code], queryFn: () => call('readCommunity', { params: { code } }) })
  return (
    <>
      <ScreenTop title={t('join.title')} back={() => go('/')} />
      <Answer of={community} skeleton={<Bone height="12rem" />}>{(known) => <Known community={known} code={code} />}</Answer>
    </>
  )
}

function Known({ community: { village, above }, code }: { community: Community; code: string }) {
  const t = useWords()
  const name = useName()
  const me = useMe().data
  const [asked, setAsked] = useState(false)
  const before = me?.memberships.find((one) => one.village.id === village.id && one.state !== 'refused' && one.state !== 'ended')
  return (
    <div className="stack">
      <div className="join-community">
        <p className="faint">{above.filter(({ level }) => level >= 3).map((region) => name(region.name)).join(' · ')}</p>
        <h2>{name(village.name)}</h2>
      </div>
      {asked || before
        ? (
            <>
              <Told tone="done" aloud={asked} title={t(before?.state === 'verified' ? 'join.isMember' : 'join.asked')}>
                {before?.state !== 'verified' && <p>{t('join.askedMore')}</p>}
              </Told>
              <Link href="/" className="button fill large">{t('frame.toHome')}</Link>
            </>
          )
        : me ? <JoinForm code={code} name={me.name} isAfterSilence={me.isAfterSilence} onAsked={() => setAsked(true)} />
        : <><p>{t('join.signInFirst')}</p><SignIn onDone={() => {}} /></>}
    </div>
  )
}
