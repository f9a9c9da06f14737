import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { ChoiceField } from '../case/choice-field.tsx'
import { returnGrounds, type ReturnGround } from '../case/choices.ts'
import { Area } from '../controls/area.tsx'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

type Said = Operations['sayWhose']['body']

/** The word of a body that is asked whose a case is. What is not theirs needs a ground, and may name somebody. */
export function WordForm({ on: { county }, request, send, ...rest }: FormProps & { send: (said: Said) => void }) {
  const { t } = useSay()
  const [word, setWord] = useState<'takes' | 'notOurs'>()
  const [ground, setGround] = useState<ReturnGround>()
  const [proposed, setProposed] = useState<string>()
  const [words, setWords] = useState('')
  const isNotOurs = word === 'notOurs'
  const said: Said = { takes: !isNotOurs, ...(isNotOurs && ground && { ground }), ...(isNotOurs && proposed && { proposed }), ...(words.trim() && { words: words.trim() }) }
  return (
    <FormFrame
      {...rest}
      title={t('office.requests.talk.title')}
      submit={t('office.requests.talk.say')}
      canSend={word !== undefined && (!isNotOurs || ground !== undefined)}
      send={() => send(said)}
    >
      <ChoiceField label={t('office.requests.talk.word')} choices={['takes', 'notOurs'] as const} words={(one) => t(`office.requests.talk.${one}`)} value={word} onChange={setWord} />
      {isNotOurs && (
        <>
          <ChoiceField label={t('office.requests.talk.ground')} choices={returnGrounds} words={(one) => t(`casework.returnGrounds.${one}`)} value={ground} onChange={setGround} />
          <Field label={t('office.requests.talk.proposes')} optional={t('office.optional')}>
            {(field) => (
              <BodySelect
                id={field} county={county} label={t('office.requests.talk.proposes')} placeholder={t('office.choose.body')}
                without={[request.of.id]} value={proposed} onChange={setProposed}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('office.requests.talk.words')} optional={t('office.optional')}>
        {(field) => <Area id={field} rows={2} maxLength={2000} value={words} onChange={setWords} />}
      </Field>
    </FormFrame>
  )
}
