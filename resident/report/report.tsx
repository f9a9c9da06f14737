import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Me } from '#contract/oneself.ts'
import { newId } from '#screen/new-id.ts'
import { myMembership, useMe } from '../asking/me.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { Answer, useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Bone } from '../controls/skeleton.tsx'
import { Told } from '../controls/told.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useElderMode } from '../elder/elder-mode.ts'
import { useWords } from '../frame/use-words.ts'
import { ConsentCard } from '../sign-in/consent-card.tsx'
import { SignIn } from '../sign-in/sign-in.tsx'
import { inCommunity, isBegun, newDraft, nowhere, whatIsMissing, type Draft, type Missing, type Receipt } from './draft.ts'
import { willPass } from './outbox.ts'
import { forgetSent, sendOff, takeOut } from './outbox-store.ts'
import { dropDraft, useDraft } from './use-draft.ts'
import { KnownAlready } from './advice/known-already.tsx'
import { More } from './more.tsx'
import { What } from './what.tsx'
import { Where } from './where.tsx'
import { WhoSees } from './who-sees.tsx'
import './report.css'

/** Say it: what, where, who may see it. */
export function Report() {
  const me = useMe()
  const t = useWords()
  const [, go] = useLocation()
  return (
    <>
      <ScreenTop title={t('report.title')} back={() => go('/')} />
      <Answer of={me} skeleton={<Bone height="20rem" />}>{(known) => <WriteAndSend me={known} />}</Answer>
    </>
  )
}

function WriteAndSend({ me }: { me: Me | null }) {
  const t = useWords()
  const [, go] = useLocation()
  const client = useQueryClient()
  const { counties } = useKnownSettings()
  const { draft, change, put, letGo, current } = useDraft(() => newDraft(newId(), new Date(), placeAtFirst(me, counties)))
  const [step, setStep] = useState<'writing' | 'signing in' | 'sending'>('writing')
  const [missing, setMissing] = useState<Missing[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [waits, setWaits] = useState<'no answer' | 'busy'>()
  const inWords = useFailureWords()

  const send = async (person: string) => {
    const sent = current()
    if (!sent) return
    setStep('sending')
    setFailure(null)
    const outcome = await sendOff(sent, person)
    const isBusy = 'refused' in outcome && willPass(outcome.refused.problem.code)
    if ('refused' in outcome && !isBusy) {
      const back = await takeOut(sent.key)
      if (back) put(back)
      // The session ended meanwhile: signing in anew is the next step, not an error.
      if (outcome.refused.problem.status === 401) return setStep('signing in')
      setFailure(outcome.refused)
      return setStep('writing')
    }
    letGo()
    await dropDraft('without pictures')
    if (!('receipt' in outcome)) return setWaits(isBusy ? 'busy' : 'no answer')
    const { receipt } = outcome
    forgetSent(receipt.id)
    client.setQueryData<Receipt>(['receipt', receipt.county, receipt.id], receipt)
    go(`/report/sent/${receipt.county}/${receipt.id}`, { replace: true })
  }

  const trySending = () => {
    if (!draft) return
    const found = whatIsMissing(draft)
    setMissing(found)
    if (found.length > 0) return document.getElementById(`ask-${found[0]}`)?.focus()
    if (me) void send(me.person)
    else setStep('signing in')
  }

  if (waits) return <InOutbox because={waits} />
  if (!draft) return <Bone height="20rem" />
  if (step === 'signing in') {
    return (
      <>
        <Told title={t('report.signInFirst')}>{t('report.nothingLost')}</Told>
        <SignIn onDone={(person) => void send(person)} onBack={() => setStep('writing')} />
      </>
    )
  }
  // What was missing at the last try and still is.
  const still = missing.filter((one) => whatIsMissing(draft).includes(one))
  const parts = { draft, change, missing: still }
  return (
    <form className="report" noValidate onSubmit={(event) => {
      event.preventDefault()
      trySending()
    }}>
      {me?.consent.needed && <ConsentCard version={me.consent.version} />}
      <What {...parts} canUpload={me !== null} />
      <Where {...parts} />
      <MayStay {...parts} />
      <KnownAlready draft={draft} />
      <div className="report-send">
        {failure !== null && <Told tone="attention" aloud title={t('report.notSent')}>{inWords(failure)}</Told>}
        {still.length > 0 && <p className="report-missing">{t('report.missingSome')}</p>}
        <Button type="submit" look="fill" size="large" busy={step === 'sending'}>
          {t(step === 'sending' ? 'report.sending' : 'report.send')}
        </Button>
        <p className="faint">{t('report.kept')}</p>
        {!isBegun(draft) && <Link href="/tip-off" className="button quiet">{t('tipOff.offer')}</Link>}
        {isBegun(draft) && <StartOver onConfirm={() => {
          letGo()
          void dropDraft('with pictures').then(() => go('/'))
        }} />}
      </div>
    </form>
  )
}

/** What need not be answered. In elder mode it is folded away until it is wanted, or until something in it is missing. */
function MayStay(part: Part) {
  const t = useWords()
  const isElder = useElderMode()
  const { draft: { visibility, category, forOther } } = part
  const [wasUsed] = useState(visibility === 'public' || category !== null || forOther !== null)
  if (!isElder) return <><WhoSees {...part} /><More {...part} /></>
  return (
    <details className="report-fold" open={wasUsed || part.missing.length > 0 || undefined}>
      <summary>{t('elder.mayStay')}</summary>
      <div className="report">
        <WhoSees {...part} />
        <More {...part} />
      </div>
    </details>
  )
}

/** Where it most likely is: one's own community, else the only county that there is. */
function placeAtFirst(me: Me | null, counties: { id: number }[]) {
  const membership = myMembership(me)
  if (membership) return inCommunity(membership)
  return counties.length === 1 ? { ...nowhere, county: counties[0]!.id } : nowhere
}

/** There was no answer, or too many ask at once: it waits on the phone, and the person may put the phone away. */
function InOutbox({ because }: { because: 'no answer' | 'busy' }) {
  const t = useWords()
  const [, go] = useLocation()
  return (
    <div className="stack">
      <Told tone="attention" aloud title={t('outbox.waiting')}>{t(because === 'busy' ? 'outbox.waitingBusy' : 'outbox.waitingMore')}</Told>
      <Button look="fill" size="large" onClick={() => go('/')}>{t('frame.toHome')}</Button>
    </div>
  )
}

/** Throwing the draft away asks once more, in place. */
function StartOver({ onConfirm }: { onConfirm: () => void }) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button look="quiet" onClick={() => setAsked(true)}>{t('report.discard')}</Button>
  return (
    <div className="ask-again">
      <p>{t('report.discardSure')}</p>
      <Button onClick={onConfirm}>{t('report.discardYes')}</Button>
      <Button look="quiet" onClick={() => setAsked(false)}>{t('report.discardNo')}</Button>
    </div>
  )
}

/** What every part of the report is given. */
export interface Part {
  draft: Draft
  change: (how: (draft: Draft) => Draft) => void
  missing: Missing[]
}
