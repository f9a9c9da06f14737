import type { Scaled } from './scale.ts'

/** How many times slower the slowest replies are in the largest county than in the smallest. */
export const growthOf = ({ p99 }: Scaled): number => Math.round((p99.at(-1)! / p99[0]!) * 100) / 100

/** The figures by the names under which they are compared from run to run. */
export function scaleFigures(sizes: readonly number[], scaled: readonly Scaled[]) {
  const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 100) / 100)
  return {
    sizes,
    p99_growth: Object.fromEntries(scaled.map((one) => [one.name, growthOf(one)])),
    p99_ms: Object.fromEntries(scaled.map((one) => [one.name, rounded(one.p99)])),
    p50_ms: Object.fromEntries(scaled.map((one) => [one.name, rounded(one.p50)])),
    rows_read: Object.fromEntries(scaled.map((one) => [one.name, one.rows])),
    pages_read: Object.fromEntries(scaled.map((one) => [one.name, one.pages])),
  }
}

/** The table that a person reads. */
export function scaleTable(sizes: readonly number[], scaled: readonly Scaled[]): string {
  const numbers = sizes.map((size) => size.toLocaleString('en'))
  const head = ['', `p50 ms at ${numbers.join(' / ')}`, 'p99 ms', 'growth', 'rows read', 'pages read']
  const of = (values: readonly number[], digits: number) => values.map((value) => value.toFixed(digits)).join(' / ')
  const rows = scaled.map((one) => [one.name, of(one.p50, 1), of(one.p99, 1), growthOf(one).toFixed(2), of(one.rows, 0), of(one.pages, 0)])
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)))
  return [head, ...rows].map((row) => row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ').trimEnd()).join('\n')
}
