import { policyFields, type PolicyField, type PolicyValue } from '#contract/policy-fields.ts'

/** What stands in a rule that is added to a layer, until somebody says otherwise. */
export function beginningOf(field: PolicyField): PolicyValue {
  const spec = policyFields[field]
  if (spec.kind === 'span') return spec.units.length === 1 ? { days: spec.max } : { workingDays: 1 }
  if (spec.kind === 'choice') return spec.choices[0]
  if (spec.kind === 'yesno') return true
  return spec.kind === 'share' ? spec.min : Math.max(spec.min, 1)
}
