import { describe, expect, test } from 'vitest'
import { aimPhoto, appealOf, forgetUploads, isBegun, newDraft, phoneDigits, photosToSend, whatIsMissing, type Draft } from './draft.ts'

const village = { id: 77, level: 5, name: { zh: '柳荫社区', en: 'Liuyin Community' } }
const begun = newDraft('019a0000-0000-7000-8000-000000000001', new Date('2026-11-22T08:30:00Z'))
const whole: Draft = { ...begun, words: ' 路灯不亮 ', place: { county: 3, village, point: null, address: ' 3 号楼前 ' } }
const photo = { id: 'a', width: 800, height: 600, upload: null }

describe('a draft', () => {
  test('is private and empty when it begins', () => {
    expect(begun.visibility).toBe('private')
    expect(isBegun(begun)).toBe(false)
    expect(isBegun({ ...begun, words: ' \n' })).toBe(false)
    expect(isBegun({ ...begun, photos: [photo] })).toBe(true)
  })

  test.each([
    ['nothing', whole, []],
    ['the words', { ...whole, words: '  ' }, ['words']],
    ['the place, where only a county is known', { ...whole, place: { ...whole.place, village: null, address: ' ' } }, ['place']],
    ['nothing, where an address is all that is known', { ...whole, place: { ...whole.place, village: null } }, []],
    ['nothing, where a point stands for the village', { ...whole, place: { ...whole.place, village: null, address: '', point: { lon: 112, lat: 28 } } }, []],
    ['the name of whom it is for', { ...whole, forOther: { name: ' ', phone: '' } }, ['otherName']],
    ['a whole phone number, where one is given', { ...whole, forOther: { name: '李奶奶', phone: '1380000' } }, ['otherPhone']],
    ['nothing, where no phone is given', { ...whole, forOther: { name: '李奶奶', phone: '' } }, []],
  ] satisfies [string, Draft, string[]][])('misses %s', (_, draft, missing) => {
    expect(whatIsMissing(draft)).toEqual(missing)
  })

  test('goes over the wire without what was left empty', () => {
    expect(appealOf(whole)).toEqual({
      words: '路灯不亮', place: { village: 77, address: '3 号楼前' }, visibility: 'private', photos: [],
    })
    expect(appealOf({ ...whole, category: 'light', forOther: { name: ' 李奶奶 ', phone: '' } })).toMatchObject({
      category: 'light', onBehalfOf: { name: '李奶奶' },
    })
  })
})

describe('photos', () => {
  test('keep their upload id when the same county is asked again, and get another in another county', () => {
    const first = aimPhoto(photo, 3, () => 'u1')
    expect(aimPhoto(first, 3, () => 'u2')).toBe(first)
    expect(aimPhoto(first, 4, () => 'u2').upload).toEqual({ county: 4, id: 'u2', done: false })
  })

  test('are sent until they are done in the county of the place', () => {
    const sent = { ...photo, upload: { county: 3, id: 'u1', done: true } }
    const draft = { ...whole, photos: [sent, { ...photo, id: 'b' }, { ...sent, upload: { ...sent.upload, county: 4 } }] }
    expect(photosToSend(draft)).toHaveLength(2)
    expect(photosToSend(forgetUploads(draft))).toHaveLength(3)
    expect(appealOf({ ...draft, photos: [sent] }).photos).toEqual(['u1'])
  })
})

test.each([
  ['138 0013 8000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['1860000000012', '18600000000'],
])('%s is typed as %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits)
})
