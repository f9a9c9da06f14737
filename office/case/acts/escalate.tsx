import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { escalationTypes, type EscalationType } from '../choices.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'
import { UpGuide } from './up-guide.tsx'

interface Draft {
  to?: string
  type?: EscalationType
  cause: string
  tried: string
}
const empty: Draft = { cause: '', tried: '' }

/** One key up: where to is proposed, why and what was tried is said. */
export function Escalate({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const { county, id, up } = subject
  const [draft, change, clear] = useDraft(`${id}-escalate`, empty)
  const to = draft.to ?? up[0]?.id
  // Whom the routing catalogue names stands next to the desk above.
  const usual = useQuery(reading('readRoute', { params: { county, id } })).data?.entry?.lead.id
  const ways = up.toSorted((a, b) => Number(b === up[0]) - Number(a === up[0]) || Number(b.id === usual) - Number(a.id === usual))
  const { type, cause, tried } = draft
  const act = useCaseAct(
    subject,
    (version) =>
      call('escalateCase', {
        params: { county, id },
        body: { to, type: type!, cause: cause.trim(), tried: tried.trim() },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.escalate.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.escalate.title')}
      submit={t('office.acts.escalate.submit')}
      act={act}
      back={back}
      canSend={type !== undefined && cause.trim() !== '' && tried.trim() !== ''}
    >
      <UpGuide county={county} id={id} />
      <Field
        label={t('office.acts.escalate.to')}
        hint={to === up[0]?.id ? t('office.acts.escalate.proposed') : undefined}
      >
        {(field) => (
          <Select
            id={field}
            aria-label={t('office.acts.escalate.to')}
            className="wide"
            value={to}
            options={ways.map((body) => ({ value: body.id, label: body.id === usual ? t('office.acts.escalate.usual', { body: name(body.name) }) : name(body.name) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen: string) => change({ to: chosen })}
          />
        )}
      </Field>
      <ChoiceField
        label={t('office.acts.escalate.type')}
        choices={escalationTypes}
        words={(one) => t(`casework.escalationTypes.${one}`)}
        value={type}
        onChange={(chosen) => change({ type: chosen })}
      />
      <WordsField
        label={t('office.acts.escalate.cause')}
        rows={2}
        value={cause}
        onChange={(next) => change({ cause: next })}
      />
      <WordsField
        label={t('office.acts.escalate.tried')}
        rows={2}
        value={tried}
        onChange={(next) => change({ tried: next })}
      />
    </ActForm>
  )
}
