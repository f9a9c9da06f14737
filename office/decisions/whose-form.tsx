import { useState } from 'react'
import { Area } from '../controls/area.tsx'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

/** The level above all rules whose a case is. */
export function WhoseForm({ on: { county }, request: _, send, ...rest }: FormProps & { send: (said: { lead: string; words?: string }) => void }) {
  const { t } = useSay()
  const [lead, setLead] = useState<string>()
  const [words, setWords] = useState('')
  return (
    <FormFrame
      {...rest}
      title={t('office.requests.talk.ruleTitle')}
      submit={t('office.requests.talk.rule')}
      canSend={lead !== undefined}
      send={() => send({ lead: lead!, ...(words.trim() && { words: words.trim() }) })}
    >
      <Field label={t('office.requests.talk.who')}>
        {(field) => (
          <BodySelect id={field} county={county} label={t('office.requests.talk.who')} placeholder={t('office.choose.body')} value={lead} onChange={setLead} />
        )}
      </Field>
      <Field label={t('office.requests.talk.words')} optional={t('office.optional')}>
        {(field) => <Area id={field} rows={2} maxLength={2000} value={words} onChange={setWords} />}
      </Field>
    </FormFrame>
  )
}
