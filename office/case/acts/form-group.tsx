import { call } from '#screen/api.ts'
import { BodiesSelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'
import { OnDutyBodies } from './on-duty-bodies.tsx'

interface Draft {
  bodies: string[]
  instruction: string
}
const empty: Draft = { bodies: [], instruction: '' }

/** Those at work on it, and whoever is called in with them. */
export function FormGroup({ subject, back, done }: ActProps) {
  const { t, name, list } = useSay()
  const { county, id, tasks, desk } = subject
  const [{ bodies, instruction }, change, clear] = useDraft(`${id}-form-group`, empty)
  const atWork = tasks.filter(({ state }) => state !== 'returned' && state !== 'ended').map((task) => task.body)
  const taken = atWork.map((body) => body.id)
  const act = useCaseAct(
    subject,
    (version) => call('formGroup', { params: { county, id }, body: { bodies, instruction: instruction.trim() || undefined }, version }),
    () => {
      clear()
      done(t('office.acts.formGroup.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.formGroup.title')}
      submit={t('office.acts.formGroup.submit')}
      act={act}
      back={back}
      canSend={atWork.length + bodies.length > 1}
    >
      <p className="soft">{t('office.acts.formGroup.atWork', { bodies: list(atWork.map((body) => name(body.name))) })}</p>
      <Field label={t('office.acts.formGroup.more')} optional={atWork.length > 1 ? t('office.optional') : undefined}>
        {(field) => (
          <BodiesSelect
            id={field}
            county={county}
            label={t('office.acts.formGroup.more')}
            without={taken}
            placeholder={t('office.choose.bodies')}
            value={bodies}
            onChange={(chosen) => change({ bodies: chosen })}
          />
        )}
      </Field>
      <OnDutyBodies county={county} host={desk.id} without={[...taken, ...bodies]} take={(body) => change({ bodies: [...bodies, body] })} />
      <WordsField
        label={t('office.acts.dispatch.instruction')}
        optional={t('office.optional')}
        rows={3}
        value={instruction}
        onChange={(next) => change({ instruction: next })}
      />
    </ActForm>
  )
}
