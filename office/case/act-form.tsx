import { Button } from 'antd'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { Step } from '#contract/matters.ts'
import { timeWords } from '#screen/time.ts'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useStepSentence } from './step-sentence.ts'
import type { CaseAct } from './use-case-act.ts'

interface Props {
  title: string
  /** What pressing the button does, in a verb. */
  submit: string
  act: CaseAct
  canSend?: boolean
  back: () => void
  isDanger?: boolean
  children?: ReactNode
}

/** The form of one act, in the column on the right: its fields, what changed meanwhile, and one button. */
export function ActForm({ title, submit, act, canSend = true, back, isDanger, children }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // The first field, so that typing can begin.
    form.current
      ?.querySelector<HTMLElement>('.act-fields :is(input, textarea, [role="combobox"])')
      ?.focus({ preventScroll: true })
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (canSend && !act.isSending && !act.changed) act.send()
  }
  return (
    // Keys of the form itself: send with Ctrl and Enter, leave with Escape. Both have buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="act-form"
      aria-label={title}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
        if (event.key === 'Escape' && !event.defaultPrevented) back()
      }}
    >
      <header className="act-head">
        <h2>{title}</h2>
        <button type="button" className="bar-button" aria-label={t('office.back')} onClick={back}>
          <Icon name="close" />
        </button>
      </header>
      <div className="act-fields">{children}</div>
      {act.changed && <ChangedMeanwhile changed={act.changed} goOn={act.goOn} />}
      {act.error ? (
        <p className="field-error" role="alert">
          {why(act.error)}
        </p>
      ) : null}
      <footer className="act-foot">
        <Button
          type="primary"
          danger={isDanger}
          htmlType="submit"
          loading={act.isSending}
          disabled={!canSend || act.changed !== undefined}
        >
          {submit}
        </Button>
        <Button onClick={back}>{t('office.cancel')}</Button>
        <kbd className="wide-only">Ctrl ↵</kbd>
      </footer>
    </form>
  )
}

function ChangedMeanwhile({ changed, goOn }: { changed: Step[]; goOn: () => void }) {
  const { t } = useSay()
  const reader = useReader()
  const sentence = useStepSentence()
  return (
    <div className="changed" role="alert">
      <p className="changed-title">{t('office.changed.title')}</p>
      <ul>
        {changed.map((one) => (
          <li key={one.id}>
            <span className="soft figures">{timeWords(one.at, reader)}</span> {sentence(one)}
          </li>
        ))}
      </ul>
      <p>{t('office.changed.kept')}</p>
      <Button onClick={goOn}>{t('office.changed.goOn')}</Button>
    </div>
  )
}
