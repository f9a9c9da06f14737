import { PanelForm } from '../panel-form.tsx'

interface Props {
  title: string
  words: string
  isSending: boolean
  error: unknown
  act: () => void
}

/** An act that ends something: folded away, explained, and done by a second press. */
export function Confirm({ title, words, isSending, error, act }: Props) {
  return (
    <details className="with-reason">
      <summary>{title}</summary>
      <p className="soft">{words}</p>
      <PanelForm submit={title} isDanger isSending={isSending} error={error} send={act} />
    </details>
  )
}
