import { useMemo } from 'react'
import type { NamedEntry } from '#contract/routing.ts'
import { useSay } from '../../say.ts'

type Narrowed = Pick<NamedEntry, 'category' | 'categoryName' | 'place' | 'placeName' | 'owner' | 'ownerName'>

/** Puts entries of the catalogue into words. */
export function useEntryWords() {
  const { t, name } = useSay()
  return useMemo(() => {
    const category = ({ category: key, categoryName }: Narrowed) =>
      key === null ? t('policies.routing.any.category') : categoryName ? name(categoryName) : key
    const place = ({ place: id, placeName }: Narrowed) =>
      id === null ? t('policies.routing.any.place') : placeName ? name(placeName) : String(id)
    const owner = ({ owner: key, ownerName }: Narrowed) =>
      key === null ? t('policies.routing.any.owner') : ownerName ? name(ownerName) : key
    const days = ({ from, until }: Pick<NamedEntry, 'from' | 'until'>) => {
      if (from && until) return t('policies.routing.days.between', { from, until })
      if (from) return t('policies.routing.days.from', { from })
      return until ? t('policies.routing.days.until', { until }) : t('policies.routing.days.always')
    }
    return {
      category,
      place,
      owner,
      days,
      sentence: (entry: NamedEntry) =>
        t('policies.routing.history.entry', {
          category: category(entry),
          place: place(entry),
          owner: owner(entry),
          days: days(entry),
          lead: name(entry.lead.name),
        }),
    }
  }, [t, name])
}
