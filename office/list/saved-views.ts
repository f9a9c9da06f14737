import { useSyncExternalStore } from 'react'
import type { CaseList } from '#contract/cases.ts'
import { writeQuery, type ListSearch } from '../search.ts'

export interface SavedView {
  name: string
  list: CaseList
  search: ListSearch
}

const changed = new EventTarget()
const keptFor = (person: string) => `gongzhi-office-views-${person}`
const nothing = '[]'

/** Named filters that one person keeps on this device, for one list. */
export function useSavedViews(person: string, list: CaseList) {
  const kept = useSyncExternalStore(follow, () => localStorage.getItem(keptFor(person)) ?? nothing)
  const all = JSON.parse(kept) as SavedView[]
  const keep = (views: SavedView[]) => {
    localStorage.setItem(keptFor(person), JSON.stringify(views))
    changed.dispatchEvent(new Event('change'))
  }
  return {
    views: all.filter((view) => view.list === list),
    save: (name: string, search: ListSearch) =>
      keep([...all.filter((view) => view.list !== list || view.name !== name), { name, list, search }]),
    remove: (name: string) => keep(all.filter((view) => view.list !== list || view.name !== name)),
  }
}

/** Whether two searches show the same. */
export const isSameSearch = (one: ListSearch, other: ListSearch) => canonical(one) === canonical(other)

const canonical = (search: ListSearch) =>
  writeQuery(Object.fromEntries(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1))))

function follow(tell: () => void) {
  changed.addEventListener('change', tell)
  window.addEventListener('storage', tell)
  return () => {
    changed.removeEventListener('change', tell)
    window.removeEventListener('storage', tell)
  }
}
