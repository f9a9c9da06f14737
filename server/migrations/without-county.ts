/** Tables whose key does not begin with a county, each with its reason. A test reads this list. */
export const withoutCounty: Record<string, string> = {
  listeners: 'one row per listener of the whole installation',
  routines: 'one row per routine of the whole installation',
  limits: 'tries are counted before anyone is known to belong anywhere',
  regions: 'the tree that counties are part of; a reference table on every machine',
  persons: 'one person may live, own and work in several counties',
  provider_accounts: 'belongs to a person',
  recovery_codes: 'belongs to a person',
  consents: 'belongs to a person',
  sessions: 'belongs to a person',
  phone_codes: 'belongs to a phone number, before a person is known',
  tip_offs: 'a code is all that is known',
  one_time_links: 'belongs to a person',
}
