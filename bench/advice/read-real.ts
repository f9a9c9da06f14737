import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** Real records lie beside the project and are no part of it: where they are missing, nothing is measured. */
const folder = new URL('../../../shared/data/', import.meta.url)
export const hasReal = (): boolean => existsSync(folder)

const textOf = (path: string): string => {
  const bytes = readFileSync(new URL(path, folder))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

export const readLines = <T>(path: string): T[] => textOf(path).trim().split('\n').map((line) => JSON.parse(line) as T)
export const readTable = <T>(path: string): T[] => parse(textOf(path), { columns: true, skip_empty_lines: true }) as T[]
