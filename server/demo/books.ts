import type { PolicyField, PolicySet } from '#contract/policy-fields.ts'
import type { RoutingEntry, RoutingTerms } from '#contract/routing.ts'
import { bodies } from './cast.ts'
import { demoCodes } from './codes.ts'

interface DemoLayer {
  town: number | null
  category: string | null
  set: PolicySet
  locked: PolicyField[]
}

const layers: DemoLayer[] = [
  // The product's own default, said by the county and kept from being changed below.
  { town: null, category: null, set: { reply: { hours: 15 } }, locked: ['reply', 'petition.acceptance', 'petition.handling'] },
  { town: null, category: 'dispute', set: { resolve: { workingDays: 20 }, mayBePublic: false }, locked: [] },
  { town: null, category: 'advice', set: { resolve: { workingDays: 15 }, answer: { workingDays: 3 } }, locked: [] },
  { town: 13, category: 'environment', set: { resolve: { workingDays: 15 } }, locked: [] },
]

const id = (n: number) => `00000000-0000-7000-8000-e${String(n).padStart(11, '0')}`

const owners: RoutingTerms['owners'] = [
  { key: 'municipal', name: { zh: '市政', en: 'Municipal' } },
  { key: 'property', name: { zh: '物业', en: 'Property manager' } },
  { key: 'power', name: { zh: '供电', en: 'Power company' } },
  { key: 'private', name: { zh: '业主', en: 'Private owner' } },
]

const anywhere = { place: null, owner: null, from: null, until: null, assists: [], ground: null }
/** Who leads in the demo county. */
export const routingEntries: (RoutingEntry & { id: string })[] = [
  { ...anywhere, category: 'lighting', lead: bodies.lamps.id, ground: '路灯管理所职责清单' },
  { ...anywhere, category: 'lighting', owner: 'property', lead: bodies.housing.id, ground: '小区内路灯由物业管理，主管部门督促维修' },
  { ...anywhere, category: 'lighting', owner: 'power', lead: bodies.power.id, assists: [bodies.lamps.id], ground: '杆线产权归供电公司' },
  { ...anywhere, category: 'roads', lead: bodies.urban.id, ground: '城市管理局职责清单' },
  { ...anywhere, category: 'roads', place: 13, lead: bodies.liuhe.id, assists: [bodies.urban.id], ground: '镇村道路由镇政府养护' },
  { ...anywhere, category: 'roads', owner: 'property', lead: bodies.housing.id, ground: '小区内道路由物业管理，主管部门督促维修' },
  { ...anywhere, category: 'waste', lead: bodies.urban.id },
  { ...anywhere, category: 'noise', lead: bodies.urban.id },
  { ...anywhere, category: 'water', lead: bodies.water.id },
  { ...anywhere, category: 'water', owner: 'private', lead: bodies.housing.id, ground: '户内管线由业主负责，主管部门指导' },
  { ...anywhere, category: 'power', lead: bodies.power.id },
  { ...anywhere, category: 'property', lead: bodies.housing.id },
  { ...anywhere, category: 'parking', lead: bodies.urban.id },
  { ...anywhere, category: 'care', lead: bodies.civil.id },
  { ...anywhere, category: 'environment', lead: bodies.urban.id, assists: [bodies.water.id] },
].map((entry, i) => ({ id: id(100 + i), ...entry }))

const guides: RoutingTerms['guides'] = [
  { category: null, words: '上报前应到过现场，写清地点、诉求和已做的工作，附现场照片。' },
  { category: 'lighting', words: '写清灯杆编号、是否带电裸露、影响多少人；有触电危险的先拉警戒线，再上报。' },
]

/** The first version of the demo county's books. */
export const demoBooks = [
  { kind: 'policy', id: id(1), note: '首版：响应时限全区统一，邻里纠纷、意见建议适当放宽。', content: { layers } },
  { kind: 'routing', id: id(2), note: '首版：按各单位职责清单编制。', content: { owners, entries: routingEntries, guides, backstop: bodies.centre.id } },
  { kind: 'codes', id: id(3), note: '首版：列出采集员最常遇到的部件和事件。', content: demoCodes },
]
