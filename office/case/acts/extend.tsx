import { InputNumber } from 'antd'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { TaskActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  workingDays?: number
  words: string
}
const empty: Draft = { words: '' }

/** More time for one's task, asked before it is late. */
export function Extend({ subject, task, back, done }: TaskActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ workingDays, words }, change, clear] = useDraft(`${task.id}-extend`, empty)
  const act = useCaseAct(
    subject,
    (version) =>
      call('askExtension', {
        params: { county, id, task: task.id },
        body: { workingDays: workingDays!, words: words.trim() },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.extend.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.extend.title')}
      submit={t('office.acts.extend.submit')}
      act={act}
      back={back}
      canSend={workingDays !== undefined && words.trim() !== ''}
    >
      <Field label={t('office.acts.extend.days')} hint={t('office.acts.extend.hint')}>
        {(field, describedBy) => (
          <InputNumber
            id={field}
            aria-describedby={describedBy}
            min={1}
            max={90}
            precision={0}
            value={workingDays ?? null}
            onChange={(next) => change({ workingDays: next ?? undefined })}
          />
        )}
      </Field>
      <WordsField label={t('office.acts.extend.words')} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
