/** What somebody has to do already: open tasks, and how many of them are beyond their time. */
export interface Load {
  open: number
  late: number
}

/** The load of a body, and the share of late ones among the open tasks of all others: undefined where these have none. */
export interface Standing extends Load {
  body: string
  others: number | undefined
}

/** Each body beside all others, itself left out: one large late body must not hide behind a mean that it made. */
export function besideOthers(bodies: readonly string[], loads: ReadonlyMap<string, Load>): Standing[] {
  const all = [...loads.values()].reduce((sum, one) => ({ open: sum.open + one.open, late: sum.late + one.late }), { open: 0, late: 0 })
  return bodies.map((body) => {
    const { open, late } = loads.get(body) ?? { open: 0, late: 0 }
    const rest = all.open - open
    return { body, open, late, others: rest > 0 ? (all.late - late) / rest : undefined }
  })
}
