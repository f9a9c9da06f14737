import { notPersonal, personalWords, wordsOfBareBytes } from './law.ts'

/** What the house knows at run time, as far as the law looks at it. */
export interface Registry {
  operations: readonly { id: string, who: unknown }[]
  /** Facts that modules tell, by name. */
  factKinds: Readonly<Record<string, { keptForTheRecord?: true }>>
  reactions: readonly { name: string, on: readonly string[] }[]
  routines: readonly { name: string, everySeconds: number, run: unknown }[]
  personalFields: readonly { table: string, column: string }[]
}

/** Operations that don't say who may call them, or say it twice. */
export function operationsWithoutCaller(operations: Registry['operations']): string[] {
  return [
    ...operations.filter(({ who }) => isNothing(who)).map(({ id }) => `The operation '${id}' doesn't name who may call it`),
    ...twice(operations.map(({ id }) => id)).map((id) => `The operation '${id}' is declared twice`),
  ]
}

/** Facts that nobody hears and that don't say why they are told, and listeners to facts that nobody tells. */
export function factsWithoutListener(factKinds: Registry['factKinds'], reactions: Registry['reactions']): string[] {
  const heard = new Set(reactions.flatMap(({ on }) => on))
  return [
    ...Object.entries(factKinds).filter(([fact, { keptForTheRecord }]) => !keptForTheRecord && !heard.has(fact))
      .map(([fact]) => `The fact '${fact}' has no listener and doesn't say that it is kept for the record`),
    ...reactions.flatMap(({ name, on }) => on.filter((fact) => !(fact in factKinds)).map((fact) => `The reaction '${name}' waits for '${fact}', which nobody tells`)),
    ...reactions.filter(({ on }) => !on.length).map(({ name }) => `The reaction '${name}' waits for no fact`),
    ...twice(reactions.map(({ name }) => name)).map((name) => `The reaction '${name}' is declared twice, and one of the two would be marked done for both`),
  ]
}

/** Schedules that nothing works off, and work that is never due. */
export function schedulesWithoutWorker(routines: Registry['routines']): string[] {
  return [
    ...routines.filter(({ run }) => typeof run !== 'function').map(({ name }) => `The routine '${name}' has a schedule and no work`),
    ...routines.filter(({ everySeconds }) => !(everySeconds > 0)).map(({ name }) => `The routine '${name}' is never due`),
    ...twice(routines.map(({ name }) => name)).map((name) => `The routine '${name}' is declared twice`),
  ]
}

/**
 * Columns that look personal, by their name or because they hold sealed bytes, and that no personal.ts declares; and
 * declarations of columns that are gone.
 * A declared `phone` also stands for what is kept of it: phone_index, phone_proved_at.
 */
export function personalFieldsUndeclared(
  tables: readonly { name: string, columns: readonly string[], bytes: readonly string[] }[],
  declared: Registry['personalFields'],
  exempt: Readonly<Record<string, string>> = notPersonal,
): string[] {
  const belongs = (column: string, field: string) => column === field || column.startsWith(`${field}_`)
  const has = (column: string, words: readonly string[]) => words.some((word) => `_${column}_`.includes(`_${word}_`))
  const all = tables.flatMap(({ name, columns, bytes }) => columns.map((column) => ({ table: name, column, isBytes: bytes.includes(column) })))
  return [
    ...all.filter(({ table, column, isBytes }) => (has(column, personalWords) || isBytes && !has(column, wordsOfBareBytes))
      && !declared.some((field) => field.table === table && belongs(column, field.column)) && !(`${table}.${column}` in exempt))
      .map(({ table, column }) => `The column '${table}.${column}' looks personal and is declared in no personal.ts`),
    ...declared.filter((field) => !all.some(({ table, column }) => table === field.table && belongs(column, field.column)))
      .map(({ table, column }) => `The personal field '${table}.${column}' is declared, and no migration creates it`),
  ]
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false || Array.isArray(value) && !value.length
}

function twice(names: string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
