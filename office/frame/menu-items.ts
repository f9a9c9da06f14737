import type { CaseList } from '#contract/cases.ts'
import type { Me } from '#contract/oneself.ts'
import type { IconName } from '../controls/icon.tsx'
import { settingsParts } from '../settings/parts.ts'

interface Listed {
  key: CaseList
  to: '/$county/$list'
  params: { list: CaseList }
}
interface Standing {
  key: 'decisions' | 'entry' | 'callbacks' | 'patrol' | 'memberships' | 'figures' | 'imports' | 'settings'
  to: '/$county/decisions' | '/$county/entry' | '/$county/callbacks' | '/$county/patrol' | '/$county/memberships' | '/$county/figures' | '/$county/imports' | '/$county/settings/{-$part}'
  params: Record<never, never>
}
export type MenuItem = (Listed | Standing) & { icon: IconName; anyOf: string[] }

const list = (key: CaseList, action: string): MenuItem => ({
  key,
  icon: key,
  to: '/$county/$list',
  params: { list: key },
  anyOf: [action],
})

const menu: MenuItem[] = [
  list('work', 'task.work'),
  {
    key: 'decisions',
    icon: 'decisions',
    to: '/$county/decisions',
    params: {},
    anyOf: ['gate.decide', 'case.dispatch', 'case.note'],
  },
  list('intake', 'case.triage'),
  { key: 'entry', icon: 'entry', to: '/$county/entry', params: {}, anyOf: ['appeal.enter'] },
  { key: 'patrol', icon: 'patrol', to: '/$county/patrol', params: {}, anyOf: ['case.dispatch_by_policy'] },
  list('dispatch', 'case.dispatch'),
  list('cases', 'case.read'),
  { key: 'callbacks', icon: 'callbacks', to: '/$county/callbacks', params: {}, anyOf: ['case.callback'] },
  { key: 'memberships', icon: 'memberships', to: '/$county/memberships', params: {}, anyOf: ['membership.read'] },
  { key: 'figures', icon: 'figures', to: '/$county/figures', params: {}, anyOf: ['figures.read'] },
  { key: 'imports', icon: 'imports', to: '/$county/imports', params: {}, anyOf: ['case.import'] },
  {
    key: 'settings',
    icon: 'settings',
    to: '/$county/settings/{-$part}',
    params: {},
    anyOf: settingsParts.flatMap(({ opens }) => opens),
  },
]

/** What one may open at all. */
export const menuFor = ({ actions }: Pick<Me, 'actions'>) =>
  menu.filter(({ anyOf }) => anyOf.some((action) => actions.includes(action)))
