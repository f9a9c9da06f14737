import { useState } from 'react'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { instantOf, wallTimeOf } from '../zone-time.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

/** The answer to a supervision: what will be done, and by which day. */
export function ReplyForm({ on: _, request: __, send, ...rest }: FormProps & { send: (plan: { words: string; until: string }) => void }) {
  const { t } = useSay()
  const { now, zone } = useReader()
  const [words, setWords] = useState('')
  const [day, setDay] = useState('')
  const today = wallTimeOf(now.getTime(), zone).day
  return (
    <FormFrame
      {...rest}
      title={t('office.requests.replyTitle')}
      submit={t('office.requests.reply')}
      canSend={words.trim() !== '' && day >= today}
      send={() => send({ words: words.trim(), until: instantOf(day, '23:59', zone) })}
    >
      <Field label={t('office.requests.replyWords')}>
        {(field) => <Area id={field} rows={3} maxLength={2000} value={words} onChange={setWords} />}
      </Field>
      <Field label={t('office.requests.replyUntil')}>
        {(field) => <input id={field} className="line-input" type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
    </FormFrame>
  )
}
