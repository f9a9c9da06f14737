import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { PanelForm } from './panel-form.tsx'

interface Props {
  /** What is done, in a verb; folded until it is wanted. */
  title: string
  words: string
  act: (reason: string) => Promise<unknown>
  done: () => void
}

/** An act that ends something: folded away, explained, and done with a reason. */
export function WithReason({ title, words, act, done }: Props) {
  const { t } = useSay()
  const [reason, setReason] = useState('')
  const acting = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: () => {
      setReason('')
      done()
    },
  })
  return (
    <details className="with-reason">
      <summary>{title}</summary>
      <p className="soft">{words}</p>
      <PanelForm
        submit={title}
        isDanger
        canSend={reason.trim() !== ''}
        isSending={acting.isPending}
        error={acting.error}
        send={() => acting.mutate()}
      >
        <Field label={t('office.settings.reason')}>
          {(id) => <Area id={id} rows={2} maxLength={2000} value={reason} onChange={setReason} />}
        </Field>
      </PanelForm>
    </details>
  )
}
