import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../node24.js'

/** One test of a journey, as it ended. */
export interface Ran {
  journey: string
  project: string
  title: string
  passed: boolean
}

/** In Playwright's own folder, which it empties before each run: only this run stands there. */
const file = join(root, 'test-results', 'journeys', 'ran.jsonl')

export function noteRan(ran: Ran): void {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(ran)}\n`)
}

/** Every test that has ended in this run. */
export function readRan(): Ran[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
}
