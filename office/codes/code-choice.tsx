import { codeLength, lengthOf, things, type Thing } from '#contract/site-codes.ts'
import { Field, FieldSet } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { classesOf, codeIn, type CodeDraft, type Codes } from './code-draft.ts'

interface Props {
  codes: Codes
  draft: CodeDraft
  change: (next: Partial<CodeDraft>) => void
}

const ways = ['none', ...things, 'keyed'] as const

/** Component or event, class, type, number; or the whole code keyed in, and what it says. */
export function CodeChoice({ codes, draft, change }: Props) {
  const { t } = useSay()
  return (
    <>
      <FieldSet label={t('codes.report.what')}>
        <div className="channels">
          {ways.map((way) => (
            <label key={way} className="channel">
              <input type="radio" name="code-way" checked={draft.by === way} onChange={() => change({ by: way, class: '', type: '', serial: '' })} />
              <span>{t(`codes.report.ways.${way}`)}</span>
            </label>
          ))}
        </div>
      </FieldSet>
      {draft.by === 'keyed' && <Keyed codes={codes} draft={draft} change={change} />}
      {draft.by === 'component' || draft.by === 'event' ? <Steps codes={codes} draft={draft} change={change} thing={draft.by} /> : null}
    </>
  )
}

function Steps({ codes, draft, change, thing }: Props & { thing: Thing }) {
  const { t, name } = useSay()
  const types = codes.types.filter((one) => one.thing === thing && one.class === draft.class)
  const digits = lengthOf(codes.segments, 'serial')
  return (
    <>
      <FieldSet label={t('codes.parts.class')}>
        <div className="channels">
          {classesOf(codes, thing).map((one) => (
            <label key={one.class} className="channel">
              <input type="radio" name="code-class" checked={draft.class === one.class} onChange={() => change({ class: one.class, type: '' })} />
              <span>{name(one.className)}</span>
            </label>
          ))}
        </div>
      </FieldSet>
      {draft.class !== '' && (
        <FieldSet label={t('codes.parts.type')}>
          <div className="channels">
            {types.map((one) => (
              <label key={one.type} className="channel">
                <input type="radio" name="code-type" checked={draft.type === one.type} onChange={() => change({ type: one.type })} />
                <span>{name(one.name)}</span>
              </label>
            ))}
          </div>
        </FieldSet>
      )}
      {thing === 'component' && draft.type !== '' && (
        <Field label={t('codes.parts.serial')} optional={t('office.optional')} hint={t('codes.report.serialHint', { count: digits })}>
          {(id, describedBy) => (
            <input id={id} aria-describedby={describedBy} className="line-input figures" inputMode="numeric" maxLength={digits} value={draft.serial} onChange={({ target }) => change({ serial: target.value.replaceAll(/\D/g, '') })} />
          )}
        </Field>
      )}
    </>
  )
}

function Keyed({ codes, draft, change }: Props) {
  const { t, name } = useSay()
  const chosen = codeIn(draft, codes)
  const isLong = draft.keyed.replaceAll(/\D/g, '').length >= codeLength(codes, 'event')
  const fault = chosen && 'fault' in chosen && (isLong || chosen.fault === 'not_digits') ? chosen.fault : undefined
  const lengths = { component: codeLength(codes, 'component'), event: codeLength(codes, 'event') }
  const says = chosen && 'type' in chosen ? t('codes.report.says', { thing: t(`codes.thing.${chosen.type.thing}`), className: name(chosen.type.className), name: name(chosen.type.name) }) : undefined
  return (
    <Field label={t('codes.report.keyed')} hint={says ?? t('codes.report.keyedHint', lengths)} error={fault && t(`codes.report.faults.${fault}`, { ...lengths, county: codes.county })}>
      {(id, describedBy) => (
        <input id={id} aria-describedby={describedBy} aria-invalid={fault !== undefined} className="line-input figures" inputMode="numeric" maxLength={60} value={draft.keyed} onChange={({ target }) => change({ keyed: target.value })} />
      )}
    </Field>
  )
}
