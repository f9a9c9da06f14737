import { useMemo } from 'react'
import { policyFields, type PolicyField, type PolicyValue } from '#contract/policy-fields.ts'
import type { InBoth } from '#contract/wire.ts'
import { useSay } from '../../say.ts'

interface Holds {
  town: number | null
  category: string | null
  townName: InBoth | null
  categoryName: InBoth | null
}

/** Puts rules into words. */
export function usePolicyWords() {
  const { t, name } = useSay()
  return useMemo(() => {
    const value = (field: PolicyField, given: PolicyValue | null): string => {
      if (given === null) return t('policies.values.notSet')
      const { kind } = policyFields[field]
      if (kind === 'span') {
        const [unit, count] = Object.entries(given)[0] as [string, number]
        return t(`policies.values.${unit}`, { count })
      }
      if (kind === 'share') return t('policies.values.share', { percent: Math.round(Number(given) * 100) })
      if (kind === 'yesno') return t(given ? 'policies.values.yes' : 'policies.values.no')
      if (kind === 'choice') return t(`policies.values.${String(given)}`)
      return t(`policies.values.${countWords[field] ?? 'daysCount'}`, { count: Number(given) })
    }
    return {
      value,
      field: (field: PolicyField) => t(`policies.fields.${field}.name`),
      hint: (field: PolicyField) => t(`policies.fields.${field}.hint`),
      /** Where a layer holds: “春晖街道 · 路灯照明”. */
      holds: ({ town, category, townName, categoryName }: Holds) =>
        t('policies.holds.of', {
          place: town === null ? t('policies.holds.county') : townName ? name(townName) : String(town),
          category: category === null ? t('policies.holds.allCategories') : categoryName ? name(categoryName) : category,
        }),
    }
  }, [t, name])
}

const countWords: Partial<Record<PolicyField, string>> = {
  cardsADay: 'cardsCount',
  digestHour: 'hourOfDay',
  returnsBeforeArbiter: 'times',
  'supervision.repeats': 'times',
  extensionDaysMax: 'workingDaysCount',
}
