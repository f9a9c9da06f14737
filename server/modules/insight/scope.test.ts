import { describe, expect, test } from 'vitest'
import { scopeOf } from './scope.ts'

const nothing = { place: undefined, body: undefined, categories: undefined }
const county = { county: 3 }
const town = { county: 3, town: 11 }
const ownBody = { county: 3, body: 'lamps' }

describe('the scope of figures', () => {
  test.each([
    ['is the widest that one holds where nothing is asked', [ownBody, town, county], nothing, county],
    ['prefers a whole town to what one body holds in the county', [ownBody, town], nothing, town],
    ['of a body is what it holds', [ownBody], nothing, ownBody],
    ['is a part of what one holds where that is asked', [county], { ...nothing, place: { county: 3, town: 12, village: 111 } }, { county: 3, town: 12, village: 111 }],
    ['is one body in the area', [town], { ...nothing, body: 'wutong' }, { ...town, body: 'wutong' }],
    ['keeps to the categories that one holds', [{ ...county, categories: ['noise'] }], nothing, { ...county, categories: ['noise'] }],
    ['takes the holding that covers what is asked', [ownBody, town], { ...nothing, body: 'lamps', place: county }, ownBody],
  ])('%s', (_, held, asked, scope) => {
    expect(scopeOf(held, asked)).toEqual(scope)
  })

  test.each([
    ['another town', [town], { ...nothing, place: { county: 3, town: 12 } }],
    ['the county above the town', [town], { ...nothing, place: county }],
    ['another body', [ownBody], { ...nothing, body: 'urban' }],
    ['another category', [{ ...county, categories: ['noise'] }], { ...nothing, categories: ['noise', 'roads'] }],
    ['anything by whoever holds nothing', [], nothing],
  ])('is not there for %s', (_, held, asked) => {
    expect(scopeOf(held, asked)).toBeUndefined()
  })
})
