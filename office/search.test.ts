import { expect, test } from 'vitest'
import { readListSearch, readQuery, readSignInSearch, writeQuery } from './search.ts'

const kept = (query: string) => JSON.parse(JSON.stringify(readListSearch(readQuery(query))))

test('filters come back from the address as they went in', () => {
  const search = {
    state: 'accepted',
    level: 'joint',
    region: 12,
    mine: true,
    overdue: true,
    number: '20260042',
  } as const
  expect(kept(writeQuery(search))).toEqual(search)
})

test('what an address says wrongly is left out, not shown as an error', () => {
  expect(kept('?state=gone&level=7&region=-3&overdue=maybe&number=&extra=1')).toEqual({})
})

test('a number of digits only stays the text that was typed', () => {
  expect(kept('?number=0042')).toEqual({ number: '0042' })
})

test('after signing in nobody is sent to another site', () => {
  expect(readSignInSearch({ back: '//elsewhere.example/' })).toEqual({ back: undefined })
  expect(readSignInSearch({ back: 'https://elsewhere.example/' })).toEqual({ back: undefined })
  expect(readSignInSearch({ back: '/1/intake?overdue=true' })).toEqual({ back: '/1/intake?overdue=true' })
})
