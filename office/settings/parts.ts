/** The parts of the settings; any of `opens` shows one, `changes` lets it be changed. */
export const settingsParts = [
  { key: 'regions', opens: ['region.change'], changes: 'region.change' },
  { key: 'bodies', opens: ['body.change', 'routing.draft'], changes: 'body.change' },
  { key: 'posts', opens: ['post.change', 'staff.read'], changes: 'post.change' },
  { key: 'people', opens: ['staff.read', 'staff.change'], changes: 'staff.change' },
  { key: 'roster', opens: ['roster.change'], changes: 'roster.change' },
  { key: 'grants', opens: ['grant.read', 'grant.change'], changes: 'grant.change' },
  { key: 'calendar', opens: ['calendar.change'], changes: 'calendar.change' },
  { key: 'policies', opens: ['policy.draft'], changes: 'policy.draft' },
  { key: 'routing', opens: ['routing.draft'], changes: 'routing.draft' },
  { key: 'codes', opens: ['routing.draft'], changes: 'routing.draft' },
  { key: 'tracks', opens: ['policy.draft'], changes: 'policy.draft' },
  { key: 'exchange', opens: ['exchange.read', 'exchange.change'], changes: 'exchange.change' },
  { key: 'roles', opens: ['grant.read', 'staff.read'], changes: undefined },
] as const

export type SettingsPart = (typeof settingsParts)[number]['key']
