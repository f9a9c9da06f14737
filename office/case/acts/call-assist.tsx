import { call } from '#screen/api.ts'
import { BodyLoad } from '../../controls/body-load.tsx'
import { BodySelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  body?: string
  instruction: string
}
const empty: Draft = { instruction: '' }

/** One body more, of whatever level: who is called may give it back only with a ground. */
export function CallAssist({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id, tasks } = subject
  const [{ body, instruction }, change, clear] = useDraft(`${id}-call-assist`, empty)
  const atWork = tasks.filter(({ state }) => state !== 'returned' && state !== 'ended').map((task) => task.body.id)
  const act = useCaseAct(
    subject,
    (version) => call('callAssist', { params: { county, id }, body: { body: body!, instruction: instruction.trim() || undefined }, version }),
    () => {
      clear()
      done(t('office.acts.callAssist.done'))
    },
  )
  return (
    <ActForm title={t('office.acts.callAssist.title')} submit={t('office.acts.callAssist.submit')} act={act} back={back} canSend={body !== undefined}>
      <Field label={t('office.acts.callAssist.body')} hint={t('office.acts.callAssist.hint')}>
        {(field) => (
          <BodySelect
            id={field}
            county={county}
            label={t('office.acts.callAssist.body')}
            without={atWork}
            placeholder={t('office.choose.body')}
            value={body}
            onChange={(chosen) => change({ body: chosen })}
          />
        )}
      </Field>
      {body && <BodyLoad county={county} body={body} />}
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
