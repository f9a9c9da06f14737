import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Case } from '#contract/cases.ts'
import type { HandlingMode } from '#contract/modes.ts'
import { FieldSet } from '../../controls/field.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'

const modes: readonly HandlingMode[] = ['line', 'group', 'central', 'separate']

interface Props {
  subject: Case
  value: HandlingMode | undefined
  onChange: (mode: HandlingMode) => void
}

/** How they go about it. What such matters speak for is marked, with its numbers; nothing is chosen before a person chooses it. */
export function ModeChoice({ subject, value, onChange }: Props) {
  const { t, name } = useSay()
  const group = useId()
  const { county, id, level } = subject
  const { data } = useQuery(reading('adviseMode', { params: { county, id } }))
  const advice = data?.advice
  return (
    <FieldSet label={t('office.mode.label')}>
      <div className="choices modes">
        {modes.map((mode) => (
          <label key={mode} className="check">
            <input type="radio" name={group} checked={value === mode} onChange={() => onChange(mode)} />
            <span>
              {t(`office.mode.names.${mode}`)}
              {advice?.mode === mode && <span className="case-mark">{t('office.mode.advised')}</span>}
              <span className="field-hint">{t(`office.mode.hints.${mode}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {advice && data ? (
        <div className="mode-why">
          <p>
            {t('office.mode.because', { where: data.where ? name(data.where) : '', count: data.cases })}
            {advice.level !== level && <span> {t('office.mode.level', { level: t(`casework.levels.${advice.level}`) })}</span>}
          </p>
          <ul>
            {advice.reasons.map((one) => (
              <li key={one.code}>
                {t(`office.mode.reasons.${one.code}`, {
                  count: one.count,
                  of: one.of,
                  percent: Math.round((one.count / one.of) * 100),
                  level: t(`casework.levels.${advice.level}`),
                })}
              </li>
            ))}
          </ul>
          {data.advised > 0 && <p className="soft">{t('office.mode.followed', { count: data.followed, of: data.advised })}</p>}
        </div>
      ) : null}
      {data && !advice ? <p className="field-hint">{t('office.mode.tooLittle')}</p> : null}
    </FieldSet>
  )
}
