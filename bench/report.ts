import { median, whats, type Measured, type What } from './measure.ts'
import type { Cost } from './watch.ts'

/** The figures by the names under which they are compared from run to run. Rates are rows a second. */
export interface Figures {
  tpcb_per_s: number
  bare_read_per_s: number
  create_per_s: number
  create_vs_tpcb: number
  relay_behind_s: number
  read_per_s: number
  read_vs_bare: number
  matter_per_s: number
  matter_vs_bare: number
  list_per_s: number
  status_per_s: number
  status_vs_tpcb: number
}

/** Each rate is the median of its rounds; each ratio is that of the medians of one run. */
export function figuresOf({ rates, relaySeconds }: Measured): Figures {
  const of = (what: What) => Math.round(median(rates[what]) * 10) / 10
  const ratio = (one: What, other: What) => Math.round((median(rates[one]) / median(rates[other])) * 1000) / 1000
  return {
    tpcb_per_s: of('tpcb'),
    bare_read_per_s: of('bare'),
    create_per_s: of('create'),
    create_vs_tpcb: ratio('create', 'tpcb'),
    relay_behind_s: Math.round(relaySeconds * 10) / 10,
    read_per_s: of('read'),
    read_vs_bare: ratio('read', 'bare'),
    matter_per_s: of('matter'),
    matter_vs_bare: ratio('matter', 'bare'),
    list_per_s: of('list'),
    status_per_s: of('status'),
    status_vs_tpcb: ratio('status', 'tpcb'),
  }
}

interface Line {
  what: What
  means: string
  /** What it is compared with, and the least that the ratio should be. */
  against?: What
  least?: number
}

const lines: Line[] = [
  { what: 'tpcb', means: 'TPC-B transfers (pgbench, scale 50, 16 clients)' },
  { what: 'create', means: 'appeals made into cases', against: 'tpcb', least: 0.15 },
  { what: 'status', means: 'cases accepted', against: 'tpcb' },
  { what: 'bare', means: 'bare Fastify and pg, one row by its key' },
  { what: 'read', means: 'cases read by staff, with all their steps', against: 'bare', least: 0.4 },
  { what: 'matter', means: 'matters read by residents', against: 'bare' },
  { what: 'list', means: 'pages of an inbox, 30 cases each', against: 'bare' },
]

/** The table that a person reads. */
export function tableOf(figures: Figures, { rates, p99 }: Measured): string {
  const head = ['', 'per second', 'rounds', 'p99 ms', 'ratio']
  const rows = lines.map(({ what, means, against, least }) => [
    means,
    median(rates[what]).toFixed(0),
    `${Math.min(...rates[what]).toFixed(0)}–${Math.max(...rates[what]).toFixed(0)}`,
    p99[what]?.toFixed(0) ?? '',
    against ? `${(median(rates[what]) / median(rates[against])).toFixed(3)} of ${against}${least ? `, wanted ${least}` : ''}` : '',
  ])
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)))
  const text = [head, ...rows].map((row) => row.map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd())
  return [...text, '', `Every reaction had had every fact ${figures.relay_behind_s} s after the last create (at most 10 s allowed).`].join('\n')
}

/** What each phase cost, for a person who wants to make it cheaper. */
export function costText(costs: ReadonlyMap<What, Cost>): string {
  return whats.flatMap((what) => {
    const cost = costs.get(what)
    if (!cost) return []
    const share = (used: number) => `${used.toFixed(2)} s (${((used / cost.seconds) * 100).toFixed(0)} % of a core)`
    const cpu = Object.entries(cost.cpu).filter(([, used]) => used > 0.01).map(([name, used]) => `  ${name.padEnd(10)} ${share(used)}`)
    const functions = Object.entries(cost.functions).flatMap(([name, list]) =>
      [`  in ${name}, ms of its own:`, ...list.map((one) => `    ${one.ms.toFixed(0).padStart(6)}  ${one.name}`)])
    const statements = cost.statements.map((one) =>
      `    ${one.total.toFixed(0).padStart(6)}  ${String(one.calls).padStart(7)} × ${(one.total / one.calls).toFixed(3)}  ${one.query.replace(/\s+/g, ' ').slice(0, 160)}`)
    return [`${what}: ${cost.seconds.toFixed(1)} s`, ...cpu, ...functions, '  statements, ms altogether, calls × ms:', ...statements, '']
  }).join('\n')
}
