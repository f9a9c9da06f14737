import { describe, expect, test } from 'vitest'
import { newId } from './new-id.ts'

describe('a new id', () => {
  test('is a UUID of version 7', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('begins with its time in milliseconds', () => {
    const at = Date.UTC(2026, 10, 22, 5, 4, 3, 21)
    expect(Number.parseInt(newId(at).replace('-', '').slice(0, 12), 16)).toBe(at)
  })

  test('made later sorts later, and no two are the same', () => {
    expect(newId(1_000) < newId(2_000)).toBe(true)
    expect(new Set(Array.from({ length: 2_000 }, () => newId(5))).size).toBe(2_000)
  })
})
