import { Button, InputNumber } from 'antd'
import type { HandlingMode } from '#contract/modes.ts'
import { call } from '#screen/api.ts'
import { BodyLoad } from '../../controls/body-load.tsx'
import { BodiesSelect, BodySelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import { Suggested } from '../advice/suggested.tsx'
import { useAdvice } from '../advice/use-advice.ts'
import type { ActProps } from '../act-props.ts'
import { useAsked } from '../use-asked.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'
import { FormerGroup } from './former-group.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { OfficerChoice } from './officer-choice.tsx'
import { OnDutyBodies } from './on-duty-bodies.tsx'
import { RouteProposal } from './route-proposal.tsx'

interface Draft {
  lead?: string
  /** The officer to whom it goes straight. */
  handler?: string
  assists: string[]
  instruction: string
  workingDays?: number
  mode?: HandlingMode
}
const empty: Draft = { assists: [], instruction: '' }

/** To a lead and assists, or, in one touch, to one's own desk. */
export function Dispatch({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const { county, id, desk } = subject
  const [{ lead, handler, assists, instruction, workingDays, mode }, change, clear] = useDraft(`${id}-dispatch`, empty)
  const advice = useAdvice(subject)
  const wasAsked = useAsked(subject)
  const chooseLead = (chosen: string | undefined) =>
    change((before) => ({ lead: chosen, handler: undefined, assists: before.assists.filter((one) => one !== chosen) }))
  const finish = (words: string) => () => {
    clear()
    done(t(wasAsked('dispatch') ? 'office.acts.dispatch.asked' : words))
  }
  const send = (to: string, version: number) =>
    call('dispatchCase', {
      params: { county, id },
      body: {
        lead: to,
        assists: assists.filter((one) => one !== to),
        instruction: instruction.trim() || undefined,
        workingDays,
        handler: to === lead ? handler : undefined,
        mode: to === lead ? mode : undefined,
      },
      version,
    })
  const act = useCaseAct(subject, (version) => send(lead!, version), finish(handler ? 'office.acts.dispatch.straightDone' : 'office.acts.dispatch.done'))
  const own = useCaseAct(subject, (version) => send(desk.id, version), finish('office.acts.dispatch.ownDone'))
  const shown = own.error || own.changed ? own : act
  // Both began on the same case: whoever has seen the change has seen it for both.
  const goOn = () => {
    act.goOn()
    own.goOn()
  }
  return (
    <ActForm
      title={t('office.acts.dispatch.title')}
      submit={t('office.acts.dispatch.submit')}
      act={{ ...shown, send: act.send, goOn }}
      back={back}
      canSend={lead !== undefined && !(mode === 'group' && assists.length === 0)}
    >
      <FormerGroup
        subject={subject}
        take={([first, ...others]) => change({ lead: first, handler: undefined, assists: others, mode: 'group' })}
      />
      <RouteProposal subject={subject} take={(route) => change({ ...route, handler: undefined })} />
      <Button block onClick={own.send} loading={own.isSending} disabled={own.changed !== undefined}>
        {t('office.acts.dispatch.own', { desk: name(desk.name) })}
      </Button>
      <p className="or">
        <span>{t('office.acts.dispatch.or')}</span>
      </p>
      <Field label={t('office.acts.dispatch.lead')}>
        {(field) => (
          <BodySelect
            id={field}
            county={county}
            label={t('office.acts.dispatch.lead')}
            placeholder={t('office.choose.body')}
            value={lead}
            onChange={chooseLead}
          />
        )}
      </Field>
      {lead && <BodyLoad county={county} body={lead} />}
      <Suggested
        suggestions={(advice?.bodies ?? []).map((one) => ({ ...one, value: one.body.id, name: name(one.body.name) }))}
        chosen={lead}
        choose={chooseLead}
        learnt={advice?.learnt.body}
        bodiesOf={county}
      />
      {lead && lead !== desk.id && (
        <OfficerChoice
          county={county}
          id={id}
          lead={lead}
          value={handler}
          onChange={(person) => change({ handler: person })}
        />
      )}
      <Field label={t('office.acts.dispatch.assists')} optional={t('office.optional')}>
        {(field) => (
          <BodiesSelect
            id={field}
            county={county}
            label={t('office.acts.dispatch.assists')}
            without={lead ? [lead] : []}
            placeholder={t('office.choose.bodies')}
            value={assists}
            onChange={(chosen) => change({ assists: chosen })}
          />
        )}
      </Field>
      <OnDutyBodies
        county={county}
        host={desk.id}
        without={[...assists, ...(lead ? [lead] : [])]}
        take={(body) => change({ assists: [...assists, body] })}
      />
      <ModeChoice subject={subject} value={mode} onChange={(chosen) => change({ mode: chosen })} />
      {mode === 'group' && assists.length === 0 && <p className="field-hint">{t('office.mode.groupNeeds')}</p>}
      <WordsField
        label={t('office.acts.dispatch.instruction')}
        optional={t('office.optional')}
        rows={3}
        value={instruction}
        onChange={(next) => change({ instruction: next })}
      />
      <Field
        label={t('office.acts.dispatch.days')}
        optional={t('office.optional')}
        hint={t('office.acts.dispatch.daysHint')}
      >
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
    </ActForm>
  )
}
