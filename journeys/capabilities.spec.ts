import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../node24.js'
import { readCapabilities, whatIsUntrue } from './capabilities.ts'
import { readRan } from './ran.ts'

const table = readFileSync(join(root, 'docs', 'capabilities.md'), 'utf8')
const files = readdirSync(import.meta.dirname)

test('every capability that is said to work was shown by its journey in this run', () => {
  const capabilities = readCapabilities(table)
  expect(capabilities).toHaveLength(68)
  expect(whatIsUntrue(capabilities, files, readRan())).toEqual([])
})

test('a journey that is missing, did not run or did not pass is told', () => {
  const row = (shown: string) => readCapabilities(`| SQT-1 | Scan the code | works | ${shown} |`)
  const ran = [{ journey: 'joining', project: 'joining zh', title: 'a newcomer is in', passed: true }]
  expect(whatIsUntrue(row('`joining`'), ['joining.spec.ts'], ran)).toEqual([])
  expect(whatIsUntrue(row(''), ['joining.spec.ts'], ran)).toEqual(['SQT-1 is said to work, and no journey shows it'])
  expect(whatIsUntrue(row('`joining`'), [], ran)).toEqual(['SQT-1 names joining: there is no joining.spec.ts'])
  expect(whatIsUntrue(row('`joining`'), ['joining.spec.ts'], [])).toEqual(['SQT-1 names joining: it did not run'])
  const failed = [{ ...ran[0]!, passed: false }]
  expect(whatIsUntrue(row('`joining`'), ['joining.spec.ts'], failed)).toEqual(['SQT-1 names joining: “a newcomer is in” did not pass (joining zh)'])
})
