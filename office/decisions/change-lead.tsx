import { InputNumber } from 'antd'
import { useState } from 'react'
import { Area } from '../controls/area.tsx'
import { BodyLoad } from '../controls/body-load.tsx'
import { BodiesSelect, BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

interface Change {
  lead: string
  assists: string[]
  workingDays?: number
  words?: string
}

/** Another lead than was proposed; the assists that were proposed stay unless they are changed too. */
export function ChangeLead({ on: { county }, request, send, ...rest }: FormProps & { send: (change: Change) => void }) {
  const { t } = useSay()
  const [lead, setLead] = useState<string>()
  const [assists, setAssists] = useState(() => request.assists.map(({ id }) => id))
  const [workingDays, setWorkingDays] = useState(request.workingDays)
  const [words, setWords] = useState('')
  return (
    <FormFrame
      {...rest}
      title={t('office.requests.changeTitle')}
      submit={t('office.requests.changeSubmit')}
      canSend={lead !== undefined}
      send={() => send({ lead: lead!, assists, ...(workingDays && { workingDays }), ...(words.trim() && { words: words.trim() }) })}
    >
      <Field label={t('office.requests.lead')}>
        {(field) => (
          <BodySelect
            id={field}
            county={county}
            label={t('office.requests.lead')}
            placeholder={t('office.choose.body')}
            without={request.lead ? [request.lead.id] : []}
            value={lead}
            onChange={(chosen) => {
              setLead(chosen)
              setAssists((before) => before.filter((one) => one !== chosen))
            }}
          />
        )}
      </Field>
      {lead && <BodyLoad county={county} body={lead} />}
      <Field label={t('office.requests.assists')} optional={t('office.optional')}>
        {(field) => (
          <BodiesSelect
            id={field}
            county={county}
            label={t('office.requests.assists')}
            placeholder={t('office.choose.bodies')}
            without={lead ? [lead] : []}
            value={assists}
            onChange={setAssists}
          />
        )}
      </Field>
      <Field label={t('office.acts.dispatch.days')} optional={t('office.optional')}>
        {(field) => (
          <InputNumber id={field} min={1} max={90} precision={0} value={workingDays} onChange={(next) => setWorkingDays(next)} />
        )}
      </Field>
      <Field label={t('office.requests.remark')} optional={t('office.optional')}>
        {(field) => <Area id={field} rows={2} maxLength={2000} value={words} onChange={setWords} />}
      </Field>
    </FormFrame>
  )
}
