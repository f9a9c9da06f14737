import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './build.js'
import { isInstalled } from './install.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-install-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const left = { version: '1.0.0', integrity: 'sha512-left' }
const wanted = (packages: object) => write('package-lock.json', packages)
const present = (packages: object) => write('node_modules/.package-lock.json', packages)

function write(name: string, packages: object) {
  writeFileSync(join(folder, name), JSON.stringify({ packages }))
}

test('packages are installed when npm put there what the lock asks for', () => {
  wanted({ '': { name: 'project' }, 'node_modules/left': left })
  present({ 'node_modules/left': left })
  expect(isInstalled(folder)).toBe(true)
})

test('an optional package of another platform may be absent', () => {
  wanted({ 'node_modules/left': left, 'node_modules/mac': { version: '1.0.0', optional: true } })
  present({ 'node_modules/left': left })
  expect(isInstalled(folder)).toBe(true)
})

test.each([
  ['none', {}],
  ['another version', { 'node_modules/left': { ...left, version: '2.0.0' } }],
  ['other content', { 'node_modules/left': { ...left, integrity: 'sha512-right' } }],
  ['one too many', { 'node_modules/left': left, 'node_modules/right': left }],
])('packages are not installed where there is %s', (_, packages) => {
  wanted({ 'node_modules/left': left })
  present(packages)
  expect(isInstalled(folder)).toBe(false)
})

test('packages are not installed before npm has written its list', () => {
  wanted({ 'node_modules/left': left })
  expect(isInstalled(folder)).toBe(false)
})

test('sources are stale once a file is added, written or removed, and only then', () => {
  const file = join(folder, 'page.tsx')
  const states = [fingerprint([folder]), fingerprint([folder])]
  writeFileSync(file, 'one')
  states.push(fingerprint([folder]))
  writeFileSync(file, 'another')
  states.push(fingerprint([folder]))
  rmSync(file)
  states.push(fingerprint([folder]))
  const [before, again, added, written, removed] = states
  expect(again).toBe(before)
  expect(new Set([before, added, written]).size).toBe(3)
  expect(removed).toBe(before)
})
