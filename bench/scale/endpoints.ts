import { bodies, categories, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { caseAt, placesOfBusy } from './cases-of.ts'
import { idOf } from './case-text.ts'
import type { County } from './fill.ts'

/** One request, before it is known how it is sent. */
export interface Asking {
  app: 'resident' | 'office'
  /** A person of the cast or a busy resident; undefined: nobody who is signed in. */
  person?: string
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  headers?: Record<string, string>
}

const inCounty = `/api/v1/counties/${county}`
const limit = 20
const { secretary, centre, clerk, lamps, lampsHead, power } = team

const list = (who: { person: string }, query: string) => (): Asking[] =>
  [{ app: 'office', person: who.person, method: 'GET', path: `${inCounty}/cases?limit=${limit}&${query}` }]
const ask = (app: Asking['app'], person: string, path: string): Asking => ({ app, person, method: 'GET', path })

/** Cases of the busy that are read: the same stories in a county of every size. */
const read = ({ cases }: County) => placesOfBusy(cases.howMany).map((n) => caseAt(cases, n))
const isPublic = ({ plot }: { plot: string }) => plot === 'in public'
const busyOf = ({ cases }: County, path: string) => cases.busy.map((person) => ask('resident', person, path))

/** Everything that is read, listed, counted, sought and made: by name, what is asked in a county. */
export const endpoints: Record<string, (of: County) => Asking[]> = {
  'case by staff': (of) => read(of).map((one) => ask('office', centre.person, `${inCounty}/cases/${idOf(one)}`)),
  // From the other end: not what staff have just read, which is remembered.
  'matter by its resident': (of) => read(of).toReversed().map((one) => ask('resident', one.person, `${inCounty}/matters/${idOf(one)}`)),
  'public matter by anybody': (of) => read(of).filter(isPublic).map((one) => ({ app: 'resident', method: 'GET', path: `${inCounty}/matters/${idOf(one)}` })),
  'list: intake': list(secretary, 'list=intake'),
  'list: intake of a category': list(secretary, `list=intake&category=${categories[0]!.key}`),
  'list: dispatch': list(secretary, 'list=dispatch'),
  'list: work': list(lampsHead, 'list=work'),
  'list: my work': list(lamps, 'list=work&mine=true'),
  'list: all of a county': list(centre, 'list=cases'),
  'list: all of a subdistrict': list(clerk, 'list=cases'),
  'list: all of a community': list(secretary, 'list=cases'),
  'list: all of a department': list(power, 'list=cases'),
  'list: by state': list(centre, 'list=cases&state=closed'),
  'list: by state, asked': list(centre, 'list=cases&state=asked'),
  'list: by category': list(clerk, `list=cases&category=${categories[5]!.key}`),
  'list: by level': list(centre, 'list=cases&level=coordinated'),
  'list: by community': list(centre, 'list=cases&region=112'),
  'list: by grid': list(centre, 'list=cases&region=1121'),
  'list: by body': list(centre, `list=cases&body=${bodies.water.id}`),
  'list: late': list(centre, 'list=cases&overdue=true'),
  'search: whole number': (of) => read(of).map(({ number, receivedAt }) => sought(centre, `${new Date(receivedAt).getUTCFullYear()}-${String(number).padStart(6, '0')}`)),
  'search: last digits': (of) => read(of).map(({ number }) => sought(centre, String(number))),
  'search: nothing found': () => [sought(clerk, '99999999')],
  'counts of a community': () => [ask('office', secretary.person, `${inCounty}/case-counts`)],
  'counts of the centre': () => [ask('office', centre.person, `${inCounty}/case-counts`)],
  'my matters': (of) => busyOf(of, `/api/v1/me/matters?limit=${limit}`),
  'my open matters': (of) => busyOf(of, `/api/v1/me/matters?open=true&limit=${limit}`),
  'public matters': () => [{ app: 'resident', method: 'GET', path: `${inCounty}/public-matters?limit=${limit}` }],
  'public matters of a community': () => [{ app: 'resident', method: 'GET', path: `${inCounty}/public-matters?village=112&limit=${limit}` }],
  'notices of staff': () => [ask('office', secretary.person, `/api/v1/notices?limit=${limit}`)],
  'notices of staff, unread': () => [ask('office', secretary.person, `/api/v1/notices?unread=true&limit=${limit}`)],
  'notices of a resident': (of) => busyOf(of, `/api/v1/notices?limit=${limit}`),
  'count of unread notices': () => [ask('office', secretary.person, '/api/v1/notices/unread')],
  'advice on a case': (of) => read(of).map((one) => ask('office', centre.person, `${inCounty}/cases/${idOf(one)}/advice`)),
  'similar cases': (of) => read(of).map((one) => ask('office', centre.person, `${inCounty}/cases/${idOf(one)}/similar-cases`)),
  'similar matters, before sending': (of) => of.cases.busy.map((person) => similarTo(person)),
  'appeal made': (of) => Array.from({ length: createsMax }, (_, n) => appealFrom(of.cases.busy[n % of.cases.busy.length]!, n)),
}

/** More than a run sends, as each key makes one appeal. */
const createsMax = 3_000

const sought = (who: { person: string }, number: string) => ask('office', who.person, `${inCounty}/cases?list=cases&limit=${limit}&number=${number}`)

const writing = '楼道灯全坏了，三楼王奶奶昨晚差点摔倒，请尽快修一下。'

const similarTo = (person: string): Asking =>
  ({ app: 'resident', person, method: 'POST', path: `${inCounty}/similar-matters`, body: { words: writing, village: 103, point: { lon: 118.028, lat: 29.985 } } })

const appealFrom = (person: string, n: number): Asking => ({
  app: 'resident', person, method: 'POST', path: `${inCounty}/appeals`, headers: { 'idempotency-key': uuidv7() },
  body: { words: writing, category: 'lighting', place: { village: 103, address: `${(n % 20) + 1} 幢 1 单元` }, visibility: 'private', photos: [] },
})
