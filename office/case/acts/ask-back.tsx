import { InputNumber } from 'antd'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

const empty = { words: '', daysMax: 5 }

export function AskBack({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words, daysMax }, change, clear] = useDraft(`${id}-ask-back`, empty)
  const act = useCaseAct(
    subject,
    (version) => call('askBack', { params: { county, id }, body: { words: words.trim(), daysMax }, version }),
    () => {
      clear()
      done(t('office.acts.askBack.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.askBack.title')}
      submit={t('office.acts.askBack.submit')}
      act={act}
      back={back}
      canSend={words.trim() !== ''}
    >
      <WordsField
        label={t('office.acts.askBack.question')}
        value={words}
        onChange={(next) => change({ words: next })}
      />
      <Field label={t('office.acts.askBack.days')} hint={t('office.acts.askBack.hint')}>
        {(field, describedBy) => (
          <InputNumber
            id={field}
            aria-describedby={describedBy}
            min={1}
            max={15}
            precision={0}
            value={daysMax}
            onChange={(next) => change({ daysMax: next ?? empty.daysMax })}
          />
        )}
      </Field>
    </ActForm>
  )
}
