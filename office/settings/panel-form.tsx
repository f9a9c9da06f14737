import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useWhy } from '../controls/why.ts'

interface Props {
  submit: string
  canSend?: boolean
  isSending: boolean
  error: unknown
  isDanger?: boolean
  send: () => void
  children?: ReactNode
}

/** Fields, what went wrong, one button. */
export function PanelForm({ submit, canSend = true, isSending, error, isDanger, send, children }: Props) {
  const why = useWhy()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (canSend && !isSending) send()
  }
  return (
    <form className="panel-form" onSubmit={onSubmit}>
      {children}
      {error ? (
        <p className="field-error" role="alert">
          {why(error)}
        </p>
      ) : null}
      <p className="act-foot">
        <Button
          type={isDanger ? 'default' : 'primary'}
          danger={isDanger}
          htmlType="submit"
          loading={isSending}
          disabled={!canSend}
        >
          {submit}
        </Button>
      </p>
    </form>
  )
}
