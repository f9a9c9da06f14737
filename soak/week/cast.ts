import { bodies } from '#server/demo/cast.ts'

/** Everybody who works in the week. `water` is invited for it: ten bodies take part. */
export const workers = ['secretary', 'member', 'yinxing', 'dukou', 'clerk', 'wangjiang', 'leader', 'centre', 'lamps', 'urban', 'power', 'water'] as const
export type Worker = (typeof workers)[number]
export const residents = ['wang', 'li', 'zhang', 'guest'] as const
export type Resident = (typeof residents)[number]

export type BodyName = 'wutong' | 'yinxing' | 'dukou' | 'chunhui' | 'wangjiang' | 'centre' | 'lamps' | 'urban' | 'power' | 'water'
export const idOf = (name: BodyName): string => bodies[name].id

/** A committee, who dispatches there, and the desk above it. */
export const committees = {
  wutong: { village: 101, worker: 'member', leader: 'secretary', up: 'chunhui' },
  yinxing: { village: 102, worker: 'yinxing', leader: 'yinxing', up: 'chunhui' },
  dukou: { village: 111, worker: 'dukou', leader: 'dukou', up: 'wangjiang' },
} as const satisfies Partial<Record<BodyName, { village: number; worker: Worker; leader: Worker; up: 'chunhui' | 'wangjiang' }>>
export type Committee = keyof typeof committees

export const subdistricts = {
  chunhui: { worker: 'clerk', leader: 'leader' },
  wangjiang: { worker: 'wangjiang', leader: undefined },
} as const satisfies Partial<Record<BodyName, { worker: Worker; leader: Worker | undefined }>>

export const departments = ['lamps', 'urban', 'power', 'water'] as const
export type Department = (typeof departments)[number]

/** Whose work it usually is; what is not there a committee sees to itself. */
export const leadOf: Record<string, Department | undefined> = {
  lighting: 'lamps', roads: 'urban', waste: 'urban', noise: 'urban', parking: 'urban', environment: 'urban', power: 'power', water: 'water',
}
export const categories = ['lighting', 'roads', 'waste', 'noise', 'parking', 'environment', 'power', 'water', 'property', 'care', 'dispute', 'advice']

/** Whose dispatch waits for the leader of the desk, and whose closing for the county's. */
export const gatedDispatch = 'environment'
export const gatedClose = 'property'
/** Working days from acceptance to closing, in this county. */
export const resolveWorkingDays = 3
