import { InputNumber, Select } from 'antd'
import { policyFields, type PolicyField, type PolicyValue, type Span, type SpanUnit } from '#contract/policy-fields.ts'
import { useSay } from '../../say.ts'

interface Props {
  id: string
  field: PolicyField
  label: string
  value: PolicyValue
  onChange: (value: PolicyValue) => void
}

/** One rule: a length of time, a number, a share, a choice, yes or no. */
export function FieldEditor({ id, field, label, value, onChange }: Props) {
  const { t } = useSay()
  const spec = policyFields[field]
  if (spec.kind === 'span') {
    const [unit, count] = Object.entries(value as Span)[0] as [SpanUnit, number]
    const given = (of: SpanUnit, n: number) => onChange({ [of]: n } as unknown as Span)
    return (
      <div className="span-fields">
        <InputNumber
          id={id}
          aria-label={label}
          min={1}
          max={spec.max}
          precision={0}
          value={count}
          onChange={(next) => given(unit, next ?? 1)}
        />
        <Select
          aria-label={`${label} ${t('policies.units.days')}`}
          value={unit}
          options={spec.units.map((one) => ({ value: one, label: t(`policies.units.${one}`) }))}
          onChange={(next: SpanUnit) => given(next, count)}
          disabled={spec.units.length === 1}
          popupMatchSelectWidth={false}
        />
      </div>
    )
  }
  if (spec.kind === 'yesno' || spec.kind === 'choice') {
    const choices =
      spec.kind === 'choice'
        ? spec.choices.map((one) => ({ value: one as string, label: t(`policies.values.${one}`) }))
        : [true, false].map((one) => ({ value: String(one), label: t(one ? 'policies.values.yes' : 'policies.values.no') }))
    return (
      <Select
        id={id}
        aria-label={label}
        className="wide"
        value={String(value)}
        options={choices}
        onChange={(next) => onChange((spec.kind === 'yesno' ? next === 'true' : next) as PolicyValue)}
      />
    )
  }
  const factor = spec.kind === 'share' ? 100 : 1
  return (
    <InputNumber
      id={id}
      aria-label={label}
      min={spec.min * factor}
      max={spec.max * factor}
      precision={0}
      suffix={spec.kind === 'share' ? '%' : undefined}
      value={Math.round(Number(value) * factor)}
      onChange={(next) => onChange((next ?? spec.min * factor) / factor)}
    />
  )
}
