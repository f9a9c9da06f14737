import { Button, ConfigProvider } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { CaseRequest } from '#contract/requests.ts'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { OnCase } from './use-decide.ts'

/** What every form of a decision is given. */
export interface FormProps {
  on: OnCase
  request: CaseRequest
  state: { isSending: boolean; hasChanged: boolean; error: Error | null }
  back: () => void
}

interface FrameProps extends Pick<FormProps, 'state' | 'back'> {
  title: string
  submit: string
  canSend: boolean
  isDanger?: boolean
  send: () => void
  children: ReactNode
}

/** A form in the place of the buttons. Ctrl and Enter sends, Escape goes back; what went wrong stands above the button. */
export function FormFrame({ title, submit, canSend, isDanger, send, back, state, children }: FrameProps) {
  const { t } = useSay()
  const why = useWhy()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(':is(input, textarea, [role="combobox"])')?.focus()
  }, [])
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    if (canSend && !state.isSending) send()
  }
  return (
    // Keys of the form itself: both have buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="decide decide-form"
      aria-label={title}
      onSubmit={submitted}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submitted(event)
        if (event.key === 'Escape' && !event.defaultPrevented) back()
      }}
    >
      <ConfigProvider componentSize="large">{children}</ConfigProvider>
      {state.hasChanged && <p className="field-error" role="alert">{t('office.changed.again')}</p>}
      {state.error ? <p className="field-error" role="alert">{why(state.error)}</p> : null}
      <div className="decide-acts">
        <Button type="primary" danger={isDanger} htmlType="submit" loading={state.isSending} disabled={!canSend}>{submit}</Button>
        <Button onClick={back}>{t('office.cancel')}</Button>
      </div>
    </form>
  )
}

interface Props extends FormProps {
  title: string
  submit: string
  label: string
  /** A decision that says nothing else needs its words. */
  isNeeded?: boolean
  send: (words: string | undefined) => void
}

/** Sending back, or refusing, with words. */
export function DecisionForm({ request, title, submit, label, isNeeded = false, send, ...rest }: Props) {
  const { t } = useSay()
  const [words, setWords] = useState('')
  const said = words.trim()
  return (
    <FormFrame {...rest} title={title} submit={submit} canSend={said !== '' || !isNeeded} send={() => send(said || undefined)}>
      <Field label={label} optional={isNeeded ? undefined : t('office.optional')}>
        {(field) => <Area id={field} rows={3} maxLength={2000} value={words} onChange={setWords} key={request.id} />}
      </Field>
    </FormFrame>
  )
}
