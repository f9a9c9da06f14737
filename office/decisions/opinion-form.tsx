import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { ChoiceField } from '../case/choice-field.tsx'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

type Said = Operations['giveOpinion']['body']
/** In the order in which they are offered. */
const opinions: readonly Said['opinion'][] = ['uphold', 'change', 'redo']

/** The opinion on a review that a resident asked for: what becomes of the answer, and the words that they will read. */
export function OpinionForm({ on: _, request, send, ...rest }: FormProps & { send: (said: Said) => void }) {
  const { t } = useSay()
  const [opinion, setOpinion] = useState<Said['opinion']>()
  const [words, setWords] = useState('')
  return (
    <FormFrame
      {...rest}
      title={t('office.requests.opinionTitle', { request: t(`casework.requests.${request.kind}`) })}
      submit={t('office.requests.giveOpinion')}
      canSend={opinion !== undefined && words.trim() !== ''}
      send={() => send({ opinion: opinion!, words: words.trim() })}
    >
      {request.kind === 'petition_second_review' && <p className="field-hint">{t('office.requests.opinionFinal')}</p>}
      <ChoiceField label={t('office.requests.opinion')} choices={opinions} words={(one) => t(`casework.opinions.${one}`)} value={opinion} onChange={setOpinion} />
      <Field label={t('office.requests.opinionWords')} hint={t('office.requests.opinionHint')}>
        {(field, describedBy) => <Area id={field} aria-describedby={describedBy} rows={5} maxLength={5000} value={words} onChange={setWords} />}
      </Field>
    </FormFrame>
  )
}
