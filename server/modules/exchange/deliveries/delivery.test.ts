import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPrivate, nextTry, triesMax, whyNotTell } from './delivery.ts'
import { postSafely } from './post-safely.ts'

describe('an address', () => {
  test.each([
    'https://hooks.example.org/a', 'https://hooks.example.org:8443/a?b=c', 'https://93.184.216.34/', 'https://[2606:2800:220:1::1]/',
  ])('%s may be told', (url) => expect(whyNotTell(url, [])).toBeUndefined())

  test.each([
    'http://hooks.example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'nonsense', '', 'https://user:secret@example.org/', 'https://127.0.0.1/', 'https://127.1/',
    'https://0x7f.1/', 'https://2130706433/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[fd00::1]/', 'https://[fe80::1]/', 'https://10.0.0.8/', 'https://169.254.169.254/',
    'https://172.16.0.1/', 'https://192.168.1.1/', 'https://100.64.0.1/', 'https://0.0.0.0/', 'https://[64:ff9b::a00:1]/',
  ])('%s may not', (url) => expect(whyNotTell(url, [])).toBe('client.bad_address'))

  test('that the operator named may be plain and private, and no other port of it', () => {
    expect(whyNotTell('http://10.0.0.8:8080/hook', ['10.0.0.8:8080'])).toBeUndefined()
    expect(whyNotTell('http://10.0.0.8:8081/hook', ['10.0.0.8:8080'])).toBe('client.bad_address')
    expect(whyNotTell('file://10.0.0.8:8080/', ['10.0.0.8:8080'])).toBe('client.bad_address')
  })

  test('of the private blocks is private, wherever in the block', () => {
    const byte = fc.nat(255)
    fc.assert(fc.property(byte, byte, byte, (b, c, d) => {
      expect([`10.${b}.${c}.${d}`, `127.${b}.${c}.${d}`, `192.168.${c}.${d}`, `172.${16 + (b % 16)}.${c}.${d}`, `169.254.${c}.${d}`, `::ffff:10.${b}.${c}.${d}`].every(isPrivate)).toBe(true)
    }))
    expect(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2400:3200::1'].some(isPrivate)).toBe(false)
    expect(['1.2.3', '256.1.1.1', '::', '::1', 'fc00::1', 'ff02::1', '2001:db8::1', '2002:a00::1'].every(isPrivate)).toBe(true)
  })
})

describe('a post', () => {
  test('goes to no name that leads to a private address', async () => {
    expect(await postSafely('https://localhost:1/', {}, '{}', [])).toEqual({ problem: 'private_address' })
    expect(await postSafely('https://127.0.0.1:1/', {}, '{}', [])).toEqual({ problem: 'bad_address' })
  })

  test('to where nobody listens says so', async () => {
    expect(await postSafely('http://127.0.0.1:1/', {}, '{}', ['127.0.0.1:1'])).toEqual({ problem: 'unreachable' })
  })
})

test('tries come further and further apart, and end', () => {
  const now = new Date('2026-11-16T02:00:00Z')
  const waits = Array.from({ length: triesMax - 1 }, (_, i) => (nextTry(i + 1, now)!.getTime() - now.getTime()) / 1000)
  expect(waits).toEqual([10, 40, 160, 640, 2560, 10_240, 21_600, 21_600])
  expect(nextTry(triesMax, now)).toBeUndefined()
})
