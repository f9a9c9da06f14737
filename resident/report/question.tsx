import { useId, type ReactNode } from 'react'

/** One of the three questions, with its number. */
export function Question({ number, title, hint, children }: { number: number; title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="question" aria-labelledby={id}>
      <h2 id={id} className="question-title">
        <span className="question-number" aria-hidden="true">{number}</span>
        {title}
      </h2>
      {hint && <p className="question-hint">{hint}</p>}
      <div className="stack">{children}</div>
    </section>
  )
}
