import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseRequest } from '#contract/requests.ts'
import { call, Refused } from '#screen/api.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'
import { useSay } from '../say.ts'
import { DecisionForm } from './decision-form.tsx'
import { useReadAnew, type OnCase } from './use-decide.ts'

interface Props {
  on: OnCase
  request: CaseRequest
}

/** A leader’s words on the card, whatever is decided: whoever is at work on the case hears them at once. */
export function InstructHere({ on, request }: Props) {
  const { t } = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const readAnew = useReadAnew(on)
  const sending = useMutation({
    mutationFn: (words: string) => {
      markOwn(on.id)
      return call('instructCase', { params: { county: on.county, id: on.id }, body: { words }, version: on.version })
    },
    onSuccess: ({ version }) => {
      markOwnVersion(on.id, version)
      setIsOpen(false)
      readAnew(true)
    },
    onError: (error) => hasChangedIn(error) && readAnew(true),
  })
  const hasChanged = hasChangedIn(sending.error)
  if (!isOpen) {
    return (
      <p className="decide-instruct">
        <button type="button" className="link" onClick={() => setIsOpen(true)}>{t('office.acts.instruct.title')}</button>
        {sending.isSuccess && <output className="soft"> {t('office.acts.instruct.done')}</output>}
      </p>
    )
  }
  return (
    <DecisionForm
      on={on} request={request} state={{ isSending: sending.isPending, hasChanged, error: hasChanged ? null : sending.error }} back={() => setIsOpen(false)}
      title={t('office.acts.instruct.title')} submit={t('office.acts.instruct.submit')} label={t('office.acts.instruct.words')} isNeeded
      send={(words) => words && sending.mutate(words)}
    />
  )
}

const hasChangedIn = (error: unknown) => error instanceof Refused && error.problem.code === 'changed_meanwhile'
