import type { Ran } from './ran.ts'

/** A row of docs/capabilities.md. */
export interface Capability {
  number: string
  state: string
  /** Journeys that the row names. */
  journeys: string[]
}

/** The rows of the table: `| number | capability | state | shown by |`, journeys between backticks. */
export function readCapabilities(table: string): Capability[] {
  const rows = table.split('\n').filter((line) => /^\| [A-Z]+-\d+ \|/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()))
  return rows.map(([, number = '', , state = '', shown = '']) => ({ number, state, journeys: [...shown.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!) }))
}

/** What keeps the table from being true: said in sentences. Empty where every word of it was shown in this run. */
export function whatIsUntrue(capabilities: Capability[], files: string[], ran: Ran[]): string[] {
  return capabilities.flatMap(({ number, state, journeys }) => {
    if (!['works', 'partly', 'not yet'].includes(state)) return [`${number} is said to be “${state}”: works, partly or not yet`]
    if (state === 'works' && journeys.length === 0) return [`${number} is said to work, and no journey shows it`]
    return journeys.flatMap((journey) => whyNotShown(journey, files, ran).map((why) => `${number} names ${journey}: ${why}`))
  })
}

function whyNotShown(journey: string, files: string[], ran: Ran[]): string[] {
  if (!files.includes(`${journey}.spec.ts`)) return [`there is no ${journey}.spec.ts`]
  const ended = ran.filter((one) => one.journey === journey)
  if (ended.length === 0) return ['it did not run']
  return ended.filter(({ passed }) => !passed).map(({ title, project }) => `“${title}” did not pass (${project})`)
}
