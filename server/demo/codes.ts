import type { CodeList, CodeType, Thing } from '#contract/site-codes.ts'
import type { InBoth } from '#contract/wire.ts'

/** A short list to begin with, in our own words: what collectors meet most. A county puts its own in its place. */
const of = (thing: Thing, code: string, className: InBoth, rows: readonly [zh: string, en: string, category: string, owner?: string][]): CodeType[] =>
  rows.map(([zh, en, category, owner], i) => ({ thing, class: code, type: String(i + 1).padStart(2, '0'), className, name: { zh, en }, category, owner: owner ?? null }))

export const demoCodes: CodeList = {
  segments: [{ part: 'area', length: 6 }, { part: 'class', length: 2 }, { part: 'type', length: 2 }, { part: 'serial', length: 6 }],
  types: [
    ...of('component', '01', { zh: '公用设施', en: 'Public utilities' }, [
      ['路面井盖', 'Manhole cover', 'roads', 'municipal'], ['雨水箅子', 'Storm drain grate', 'water'], ['路灯', 'Street lamp', 'lighting', 'municipal'],
      ['消火栓', 'Fire hydrant', 'water'], ['配电箱', 'Electrical cabinet', 'power', 'power'], ['电线杆', 'Power pole', 'power', 'power'],
    ]),
    ...of('component', '02', { zh: '道路交通', en: 'Roads and traffic' }, [
      ['人行道铺装', 'Pavement', 'roads', 'municipal'], ['隔离护栏', 'Railing', 'roads', 'municipal'], ['站亭', 'Bus shelter', 'roads'], ['停车泊位线', 'Parking marking', 'parking'],
    ]),
    ...of('component', '03', { zh: '市容环境', en: 'Streets and cleanliness' }, [['果皮箱', 'Litter bin', 'waste'], ['垃圾收集站', 'Waste collection point', 'waste'], ['公共厕所', 'Public toilet', 'waste']]),
    ...of('component', '04', { zh: '园林绿化', en: 'Trees and green' }, [['行道树', 'Street tree', 'environment'], ['花坛', 'Flower bed', 'environment']]),
    ...of('event', '01', { zh: '市容环境', en: 'Streets and cleanliness' }, [['暴露垃圾', 'Waste lying about', 'waste'], ['道路不洁', 'Dirty road', 'waste'], ['油烟污染', 'Cooking fumes', 'environment'], ['污水外溢', 'Sewage overflow', 'water']]),
    ...of('event', '02', { zh: '施工管理', en: 'Building sites' }, [['工地扬尘', 'Dust from a site', 'environment'], ['夜间施工噪声', 'Noise from night work', 'noise'], ['渣土撒漏', 'Spilt rubble', 'environment']]),
    ...of('event', '03', { zh: '街面秩序', en: 'Order in the street' }, [['占道经营', 'Trading on the pavement', 'parking'], ['机动车乱停放', 'Cars parked in the way', 'parking'], ['非机动车乱停放', 'Bicycles parked in the way', 'parking']]),
    ...of('event', '04', { zh: '突发事件', en: 'Emergencies' }, [['路面塌陷', 'Road collapse', 'roads'], ['管道破裂', 'Burst pipe', 'water'], ['道路积水', 'Flooded road', 'water']]),
  ],
}
