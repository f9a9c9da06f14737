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

/** Operations that don't say who may call them, or that stand twice. */
export function operationsWithoutCaller(operations: Registry['operations']): string[] {
  return [
    ...operations.filter(({ who }) => isNothing(who)).map(({ id }) => `The operation '${id}' doesn't name who may call it`),
    ...twice(operations.map(({ id }) => id)).map((id) => `The operation '${id}' is declared twice`),
  ]
}

/** Facts that nobody hears and that don't say why they are told, and listeners to facts that nobody tells. */
export function factsWithoutListener(factKinds: Registry['factKinds'], reactions: Registry['reactions']): string[] {
  const heard = new Set(reactions.flatMap(({ on }) => on))
  const unheard = Object.keys(factKinds).filter((fact) => !factKinds[fact]?.keptForTheRecord && !heard.has(fact))
  return [
    ...unheard.map((fact) => `The fact '${fact}' has no listener and doesn't say that it is kept for the record`),
    ...reactions.flatMap(({ name, on }) => on.filter((fact) => !(fact in factKinds))
      .map((fact) => `The reaction '${name}' waits for '${fact}', which nobody tells`)),
    ...reactions.filter(({ on }) => !on.length).map(({ name }) => `The reaction '${name}' waits for no fact`),
    // The relay keeps one place in the feed for each name: of two reactions with one name, one would hear nothing.
    ...twice(reactions.map(({ name }) => name)).map((name) => `The reaction '${name}' is declared twice`),
  ]
}

/** Schedules that nothing works off, and work that is never due. */
export function schedulesWithoutWorker(routines: Registry['routines']): string[] {
  return [
    ...routines.filter(({ run }) => typeof run !== 'function')
      .map(({ name }) => `The routine '${name}' has a schedule and no work`),
    ...routines.filter(({ everySeconds }) => !(everySeconds > 0)).map(({ name }) => `The routine '${name}' is never due`),
    ...twice(routines.map(({ name }) => name)).map((name) => `The routine '${name}' is declared twice`),
  ]
}

/**
 * Columns that look personal, by their name or because they hold sealed bytes, and that no personal.ts declares; and
 * declarations of columns that are gone. A declared `phone` also stands for phone_index and phone_proved_at.
 */
export function personalFieldsUndeclared(
  tables: readonly { name: string, columns: readonly string[], bytes: readonly string[] }[],
  declared: Registry['personalFields'],
  exempt: Readonly<Record<string, string>> = notPersonal,
): string[] {
  const all = tables.flatMap(({ name, columns, bytes }) =>
    columns.map((column) => ({ table: name, column, isBytes: bytes.includes(column) })))
  const covers = (field: Column, { table, column }: Column) =>
    field.table === table && (column === field.column || column.startsWith(`${field.column}_`))
  const undeclared = all.filter((one) =>
    looksPersonal(one) && !(`${one.table}.${one.column}` in exempt) && !declared.some((field) => covers(field, one)))
  const gone = declared.filter((field) => !all.some((one) => covers(field, one)))
  return [
    ...undeclared.map(({ table, column }) =>
      `The column '${table}.${column}' looks personal and is declared in no personal.ts`),
    ...gone.map(({ table, column }) => `The personal field '${table}.${column}' is declared, and no migration creates it`),
  ]
}

interface Column {
  table: string
  column: string
}

function looksPersonal({ column, isBytes }: { column: string, isBytes: boolean }): boolean {
  const has = (words: readonly string[]) => words.some((word) => `_${column}_`.includes(`_${word}_`))
  return has(personalWords) || isBytes && !has(wordsOfBareBytes)
}

function isNothing(value: unknown): boolean {
  return !value || Array.isArray(value) && !value.length
}

function twice(names: string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
