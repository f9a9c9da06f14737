import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CaseRequest } from '#contract/requests.ts'
import { Area } from '../controls/area.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { ChangeLead } from './change-lead.tsx'
import { DecisionForm } from './decision-form.tsx'
import { isGate, isOnSite, isReview } from './kinds.ts'
import { OpinionForm } from './opinion-form.tsx'
import { LookForm } from './look-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { WhoseForm } from './whose-form.tsx'
import { WordForm } from './word-form.tsx'
import { useDecide, type Decided, type OnCase } from './use-decide.ts'

interface Props {
  on: OnCase
  request: CaseRequest
  decided: (after: Decided) => void
}

type Open = 'change' | 'no' | 'reply' | 'opinion' | 'word' | 'settle' | 'look'

/** What needs more than a yes: which form, and what its button says. */
const titles = { reply: 'office.requests.reply', opinion: 'office.requests.giveOpinion', word: 'office.requests.talk.say', settle: 'office.requests.talk.rule', look: 'office.requests.site.look' } as const

function formOf(request: CaseRequest): keyof typeof titles | undefined {
  if (isReview(request)) return 'opinion'
  if (isOnSite(request)) return 'look'
  return ({ supervision: 'reply', ownership: 'word', ownership_ruling: 'settle' } as const)[request.kind as 'ownership']
}

/** The decision on one request: one touch to approve, a short form for everything that needs more than a yes. */
export function Decide({ on, request, decided }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const [open, setOpen] = useState<Open>()
  const [remark, setRemark] = useState<string>()
  const acts = useRef<HTMLDivElement>(null)
  const opened = useRef<Open>(undefined)
  const { decide, reset, ...state } = useDecide(on, request, decided)
  const words = remark?.trim() || undefined
  useEffect(() => {
    // Back from a form: to the button that opened it.
    if (!open && opened.current) acts.current?.querySelector<HTMLElement>(`[data-opens=${opened.current}]`)?.focus()
    opened.current = open
  }, [open])
  const back = () => {
    reset()
    setOpen(undefined)
  }
  const form = { on, request, state, back }
  const isTaking = request.kind === 'ownership_taking'

  if (open === 'change') return <ChangeLead {...form} send={(change) => decide({ act: 'gate', decision: 'change', ...change })} />
  if (open === 'reply') return <ReplyForm {...form} send={(plan) => decide({ act: 'reply', ...plan })} />
  if (open === 'word') return <WordForm {...form} send={(said) => decide({ act: 'word', ...said })} />
  if (open === 'settle') return <WhoseForm {...form} send={(said) => decide({ act: 'settle', agreed: true, ...said })} />
  if (open === 'look') return <LookForm {...form} send={(found) => decide({ act: 'look', ...found })} />
  if (open === 'opinion') return <OpinionForm {...form} send={(said) => decide({ act: 'opinion', ...said })} />
  if (open === 'no' && isGate(request)) {
    return (
      <DecisionForm {...form} title={t('office.requests.sendBackTitle')} submit={t('office.requests.sendBack')} label={t('office.requests.sendBackWords')} isNeeded
        send={(said) => decide({ act: 'gate', decision: 'send_back', words: said })} />
    )
  }
  if (open === 'no') {
    return (
      <DecisionForm {...form} title={t('office.requests.refuseTitle')} submit={t('office.requests.refuse')} label={t('office.requests.refuseWords')}
        send={(said) => decide(isTaking ? { act: 'settle', agreed: false, words: said } : { act: 'rule', granted: false, words: said })} />
    )
  }
  const asksForWords = formOf(request)
  const opens = (which: Open) => ({ 'data-opens': which, onClick: () => setOpen(which) })
  return (
    <div className="decide" ref={acts}>
      {remark !== undefined && (
        <Area className="area-2" rows={2} maxLength={2000} aria-label={t('office.requests.remark')} placeholder={t('office.requests.remarkHint')} value={remark} onChange={setRemark} />
      )}
      <div className="decide-acts">
        {asksForWords ? (
          <Button type="primary" {...opens(asksForWords)}>{t(titles[asksForWords])}</Button>
        ) : (
          <Button
            type="primary" loading={state.isSending}
            onClick={() => decide(isTaking ? { act: 'settle', agreed: true, words } : isGate(request) ? { act: 'gate', decision: 'approve', words } : { act: 'rule', granted: true, words })}
          >
            {t(isTaking ? 'office.requests.talk.agree' : 'office.requests.approve')}
          </Button>
        )}
        {request.kind === 'dispatch' && <Button disabled={state.isSending} {...opens('change')}>{t('office.requests.change')}</Button>}
        {!asksForWords && (
          <Button disabled={state.isSending} {...opens('no')}>{t(isTaking ? 'office.requests.talk.disagree' : isGate(request) ? 'office.requests.sendBack' : 'office.requests.refuse')}</Button>
        )}
      </div>
      {!asksForWords && remark === undefined ? (
        <button type="button" className="link decide-remark" onClick={() => setRemark('')}>{t('office.requests.remark')}</button>
      ) : null}
      {state.hasChanged && <p className="field-error" role="alert">{t('office.changed.again')}</p>}
      {state.error ? <p className="field-error" role="alert">{why(state.error)}</p> : null}
    </div>
  )
}
