import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import type { Step } from '#contract/matters.ts'
import { fullDateWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

type Told = Pick<Step, 'kind' | 'body' | 'other' | 'values'>

/** One step as a sentence: who did what, with grounds, outcomes and clocks in words. */
export function useStepSentence() {
  const { t, name, language } = useSay()
  const { zone } = useReader()
  return useCallback(
    ({ kind, body, other, values }: Told): string =>
      t(`casework.steps.${kind}`, {
        ...values,
        context: contextOf({ kind, body, other, values }),
        assists: (language === 'en' && values.assistsEn) || values.assists,
        parties: (language === 'en' && values.partiesEn) || values.parties,
        body: body ? name(body) : t('office.case.resident'),
        other: other ? name(other) : '',
        groundText:
          values.ground &&
          t(`casework.${kind === 'task.returned' || kind === 'ownership.said' ? 'returnGrounds' : 'declineGrounds'}.${values.ground}`),
        outcomeText: values.outcome && t(`casework.outcomes.${values.outcome}`),
        typeText: values.type && t(`casework.escalationTypes.${values.type}`),
        until: untilOf(values) && fullDateWords(untilOf(values)!, { zone, language }),
        requestText: requestText(values, t, (at) => fullDateWords(at, { zone, language })),
        opinionText: values.opinion && t(`casework.opinions.${values.opinion}`),
        rulingText: values.ruling && t(`casework.rulings.${values.ruling}`),
        clockText: values.clock && t(`casework.clocks.${values.clock}`),
        defaultValue: kind,
      }),
    [t, name, language, zone],
  )
}

/** What reads otherwise where a body does it to itself: keeps a case, asks its own leader. */
const withSelf = ['case.dispatched', 'request.made', 'request.sent_back']

const untilOf = ({ plannedUntil, until }: Told['values']) => plannedUntil ?? until

/** What was asked for, with the days or the date where it is about these. */
function requestText({ request, workingDays, days, until }: Told['values'], t: TFunction, day: (at: string) => string) {
  if (!request) return undefined
  const values = { workingDays, days, until: until && day(until) }
  return t([`casework.requestsWith.${request}`, `casework.requests.${request}`], values)
}

/** A dispatch reads otherwise where others assist, and where the desk keeps the case; a report says what came of it. */
function contextOf({ kind, body, other, values }: Told): string | undefined {
  if (kind === 'case.received' && values.client) return values.channel === 'signal' ? 'signal' : 'client'
  if (kind === 'task.returned' && values.agreed) return 'agreed'
  if (kind === 'site_check.answered') return `${values.request === 'site_check' ? 'check' : 'verification'}_${values.ruling === 'granted' ? 'yes' : 'no'}`
  if (kind === 'case.reworked' && values.request === 'site_check') return 'checked'
  if (kind === 'ownership.said' && values.takes === 'yes') return 'takes'
  if (kind === 'case.taken_apart' && values.because) return values.because
  if (kind === 'task.reported' && values.outcome) return values.plannedUntil ? 'until' : 'outcome'
  // Straight to an officer: without their name (a resident's or another's screen) it is a dispatch like any other.
  if (kind === 'case.dispatched' && values.binds && values.handler) return values.binds
  if (kind === 'case.noted' && values.group === 'note') return 'group'
  if (kind === 'case.closed' && values.group === 'dissolved') return 'group'
  if (kind === 'case.dispatched' && values.group) return 'group'
  if ((kind === 'case.dispatched' || kind === 'group.formed') && values.assists) return 'assists'
  return withSelf.includes(kind) && body && body.zh === other?.zh ? 'self' : undefined
}
