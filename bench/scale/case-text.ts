import { bodies, categories } from '#server/demo/cast.ts'
import { appellant, beginning, plots, tell, type Plot } from './stories.ts'
import { columns, own, rowsOf, type Table } from './story-rows.ts'

/** What each case has of its own. */
export interface OneCase {
  /** Its place among all, the oldest first. */
  n: number
  number: number
  receivedAt: number
  person: string
  address: string
  plot: Plot
  category: number
  committee: number
  isLate: boolean
}

export const committees = Object.values(bodies).filter((body) => body.kind === 'committee')
export const tables = Object.keys(columns) as Table[]

/** A case while it is written: what is asked for often is made once. */
interface Writing extends OneCase {
  idStart: string
  idEnd: string
  times: Map<number, string>
}
type Piece = string | ((one: Writing) => string)
const known = new Map<string, Record<Table, Piece[]>>()

/** A case as lines of COPY, by table: its story, with ids, times and person of its own. */
export function textOf(one: OneCase): Record<Table, string> {
  const key = `${one.plot} ${one.category} ${one.committee} ${one.isLate} ${one.n % 2}`
  let pieces = known.get(key)
  if (!pieces) known.set(key, (pieces = piecesOf(one)))
  const texts = {} as Record<Table, string>
  const [idStart, idEnd] = idParts(one)
  const writing: Writing = { ...one, idStart, idEnd, times: new Map() }
  for (const table of tables) {
    let text = ''
    for (const piece of pieces[table]) text += typeof piece === 'string' ? piece : piece(writing)
    texts[table] = text
  }
  return texts
}

const troubles: Record<string, string> = {
  lighting: '3 幢门口的路灯坏了一个多星期，晚上很黑，老人不敢出门，请尽快派人来修。',
  waste: '北门垃圾桶满了两天没有清运，天热味道很大，旁边就是幼儿园。',
  parking: '消防通道长期被私家车占用，物业劝过几次没有用，希望有人来管一管。',
  water: '五楼以上早晚高峰停水，已经持续三天，家里有小孩，生活很不方便。',
}
const otherTrouble = '小区里的问题反映多次没有解决，请社区和有关部门到现场看一看，给个明确答复。'

function piecesOf({ plot, category, committee, isLate, n }: OneCase): Record<Table, Piece[]> {
  const of = categories[category]!
  const desk = committees[committee]!
  const rows = rowsOf(tell(plot, of, desk, isLate), of, desk, desk.region * 10 + (n % 2) + 1, troubles[of.key] ?? otherTrouble)
  return Object.fromEntries(tables.map((table) => [
    table, split(rows[table].map((row) => `${row.map((value) => escaped(value)).join('\t')}\n`).join('')),
  ])) as Record<Table, Piece[]>
}

const escaped = (value: string | number | boolean | null): string =>
  value === null ? '\\N' : String(value).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', '\\n')

const ownPart = /00000000-0000-4000-[89]000-\d{12}|2\d{3}-\d\d-\d\dT[\d:.]+Z|\{\w+\}/g

/** Cuts a text at what differs from case to case. */
function split(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(ownPart)) {
    pieces.push(text.slice(from, found.index), pieceOf(found[0]))
    from = found.index + found[0].length
  }
  return [...pieces, text.slice(from)]
}

function pieceOf(found: string): Piece {
  if (found === appellant) return (one) => one.person
  if (found === own.number) return (one) => String(one.number)
  if (found === own.year) return (one) => String(new Date(one.receivedAt).getUTCFullYear())
  if (found === own.address) return (one) => one.address
  if (found === own.readAt) return (one) => (isOpenPlot(one.plot) ? '\\N' : new Date(one.receivedAt + 86_400_000).toISOString())
  if (found.endsWith('Z')) return timePiece(Date.parse(found) - beginning)
  const k = hexOf(Number(found.slice(-12)))
  return ({ idStart, idEnd }) => idStart + k + idEnd
}

const timePiece = (after: number): Piece => ({ receivedAt, times }) => {
  let text = times.get(after)
  if (text === undefined) times.set(after, (text = new Date(receivedAt + after).toISOString()))
  return text
}

const isOpenPlot = (plot: Plot) => !(plots[plot] as string[]).some((act) => act === 'rate' || act === 'decline' || act === 'withdraw')

const hexOf = (k: number) => k.toString(16).padStart(3, '0')

function idParts({ n, receivedAt }: Pick<OneCase, 'n' | 'receivedAt'>): [start: string, end: string] {
  const time = receivedAt.toString(16).padStart(12, '0')
  return [`${time.slice(0, 8)}-${time.slice(8)}-7`, `-8000-${n.toString(16).padStart(12, '0')}`]
}

/** A UUIDv7 of the time of receipt: like real ones, ids of one time lie together. */
export function idOf(one: Pick<OneCase, 'n' | 'receivedAt'>, k = 0): string {
  return idParts(one).join(hexOf(k))
}
