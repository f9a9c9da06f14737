import { Select } from 'antd'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import { Suggested } from '../advice/suggested.tsx'
import { useAdvice } from '../advice/use-advice.ts'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  to?: string
  instruction: string
}
const empty: Draft = { instruction: '' }

export function SendDown({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const { county, id, down } = subject
  const [draft, change, clear] = useDraft(`${id}-send-down`, empty)
  const to = draft.to ?? (down.length === 1 ? down[0]!.id : undefined)
  const advice = useAdvice(subject)
  const act = useCaseAct(
    subject,
    (version) =>
      call('sendCaseDown', {
        params: { county, id },
        body: { to: to!, instruction: draft.instruction.trim() },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.sendDown.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.sendDown.title')}
      submit={t('office.acts.sendDown.submit')}
      act={act}
      back={back}
      canSend={to !== undefined && draft.instruction.trim() !== ''}
    >
      <Field label={t('office.acts.sendDown.to')}>
        {(field) => (
          <Select
            id={field}
            aria-label={t('office.acts.sendDown.to')}
            className="wide"
            placeholder={t('office.choose.body')}
            value={to}
            options={down.map((body) => ({ value: body.id, label: name(body.name) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen: string) => change({ to: chosen })}
          />
        )}
      </Field>
      <Suggested
        suggestions={(advice?.places ?? []).flatMap(({ desk, ...one }) =>
          desk ? [{ ...one, value: desk.id, name: name(desk.name) }] : [],
        )}
        chosen={to}
        choose={(chosen) => change({ to: chosen })}
        learnt={advice?.learnt.place}
      />
      <WordsField
        label={t('office.acts.dispatch.instruction')}
        rows={3}
        value={draft.instruction}
        onChange={(instruction) => change({ instruction })}
      />
    </ActForm>
  )
}
