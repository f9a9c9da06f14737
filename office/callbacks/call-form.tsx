import { Button } from 'antd'
import { useRef } from 'react'
import type { Case } from '#contract/cases.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { ChoiceField } from '../case/choice-field.tsx'
import { WordsField } from '../case/words-field.tsx'
import { useWhy } from '../controls/why.ts'
import { useDraft } from '../draft.ts'
import { useSay } from '../say.ts'
import { useCallBack } from './use-call-back.ts'

interface Draft {
  contacted?: 'yes' | 'no'
  solved?: 'yes' | 'partly' | 'no'
  satisfied?: Grade
  words: string
}
const grades = ['5', '4', '3', '2', '1'] as const
type Grade = (typeof grades)[number]
const empty: Draft = { words: '' }
const triesMax = 3

/** The resident's three answers, asked as they are asked in the app; or that nobody took the call. Ctrl and Enter keep it. */
export function CallForm({ subject, request, done }: { subject: Case; request: CaseRequest; done: (said: string) => void }) {
  const { t } = useSay()
  const why = useWhy()
  const form = useRef<HTMLFormElement>(null)
  const [{ contacted, solved, satisfied, words }, change, clear] = useDraft(`${request.id}-call`, empty)
  const act = useCallBack(subject, request, (isFound) => {
    clear()
    done(t(isFound ? 'office.calls.kept' : request.tries + 1 >= triesMax ? 'office.calls.left' : 'office.calls.triedAgain'))
  })
  const canSend = contacted !== undefined && solved !== undefined && satisfied !== undefined
  const said = words.trim() || undefined
  const send = () => {
    if (act.isSending) return
    if (!canSend) return form.current?.querySelector<HTMLElement>('fieldset:not(:has(:checked)) input')?.focus()
    act.send({ found: { contacted: contacted === 'yes', solved, satisfied: Number(satisfied) }, words: said })
  }
  return (
    // The form's own key: Ctrl and Enter keep it. There is a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="call-form"
      aria-label={t('office.calls.form')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
      }}
    >
      <div className="call-questions">
        <ChoiceField label={t('office.calls.contacted')} choices={['yes', 'no'] as const} words={(one) => t(`office.${one}`)} value={contacted} onChange={(next) => change({ contacted: next })} />
        <ChoiceField label={t('office.calls.solved')} choices={['yes', 'partly', 'no'] as const} words={(one) => t(`casework.solved.${one}`)} value={solved} onChange={(next) => change({ solved: next })} />
        <ChoiceField label={t('office.calls.satisfied')} choices={grades} words={(one) => t(`casework.satisfied.${one}`)} value={satisfied} onChange={(next) => change({ satisfied: next })} />
      </div>
      <WordsField label={t('office.calls.words')} optional={t('office.optional')} rows={2} value={words} onChange={(next) => change({ words: next })} />
      {act.hasChanged && (
        <p className="field-error" role="alert">
          {t('office.changed.again')}
        </p>
      )}
      {act.error ? (
        <p className="field-error" role="alert">
          {why(act.error)}
        </p>
      ) : null}
      <p className="act-foot">
        <Button type="primary" htmlType="submit" loading={act.isSending} disabled={!canSend}>
          {t('office.calls.keep')}
        </Button>
        <Button disabled={act.isSending} onClick={() => act.send({ words: said })}>
          {t('office.calls.nobody', { count: request.tries + 1 })}
        </Button>
        <kbd className="wide-only">Ctrl ↵</kbd>
      </p>
      <p className="field-hint">{t('office.calls.nobodyHint', { count: triesMax })}</p>
    </form>
  )
}
