import type { Step } from '#contract/casework.ts'
import { factKinds } from '#server/facts/index.ts'
import type { Photo } from '#contract/files.ts'
import type { InBoth } from '#contract/wire.ts'
import type { CaseDetail } from '../cases/event.ts'
import type { Bodies } from '../cases/ladder.ts'
import type { Whole } from './whole.sql.ts'

export interface Seeing {
  bodies: Bodies
  /** Names of staff, for staff only. */
  names?: ReadonlyMap<string, string>
  photos: ReadonlyMap<string, Photo>
  zh?: true
}

/** The trail as a timeline: for staff every step, for the resident those that concern them, without internal words. */
export function stepsOf(whole: Pick<Whole, 'trail' | 'entries'>, seeing: Seeing, audience: 'staff' | 'resident'): Step[] {
  const entries = new Map(whole.entries.map((entry) => [entry.id, entry]))
  return whole.trail.filter((fact) => audience === 'staff' || isForResident(fact.kind)).map((fact) => {
    const detail = fact.detail as CaseDetail
    const entry = detail.entry ? entries.get(detail.entry) : undefined
    const shown = entry && (audience === 'staff' || entry.audience === 'resident') ? entry : undefined
    const nameOf = (id: string | null | undefined): InBoth | null => (id ? (seeing.bodies.get(id)?.name ?? null) : null)
    return {
      id: String(fact.seq),
      kind: fact.kind,
      at: fact.at,
      body: nameOf(fact.body),
      person: (audience === 'staff' && fact.person && fact.body && seeing.names?.get(fact.person)) || null,
      other: nameOf(detail.other ?? otherOf(detail)),
      words: shown?.words ?? null,
      values: valuesOf(detail, seeing, audience),
      photos: (shown?.photos ?? []).flatMap((id) => seeing.photos.get(id) ?? []),
      audience: entry ? entry.audience : isForResident(fact.kind) ? 'resident' : 'staff',
    }
  })
}

const isForResident = (kind: keyof typeof factKinds): boolean => 'resident' in factKinds[kind]

/** A task's step leads to the body that holds it. */
const otherOf = (detail: CaseDetail) => detail.tasks?.find((task) => task.id === detail.task)?.body

/** Whom a task's step is about, and to whom a dispatch went straight. */
const handlerIn = ({ task: about, tasks = [], values }: CaseDetail) =>
  tasks.find((task) => (about ? task.id === about : values?.binds && task.role === 'lead'))?.handler

function valuesOf(detail: CaseDetail, seeing: Seeing, audience: 'staff' | 'resident'): Record<string, string> {
  const assists = detail.tasks?.filter((task) => task.role === 'assist' && !detail.task).flatMap((task) => seeing.bodies.get(task.body)?.name ?? []) ?? []
  const asked = detail.requests?.filter((one) => one.kind === 'ownership' && one.ruling === null).flatMap((one) => seeing.bodies.get(one.of)?.name ?? []) ?? []
  const handler = audience === 'staff' ? handlerIn(detail) : undefined
  const handlerName = handler ? seeing.names?.get(handler) : undefined
  return {
    ...detail.values,
    ...(assists.length > 0 && { assists: assists.map((name) => name.zh).join('、'), assistsEn: assists.map((name) => name.en ?? name.zh).join(', ') }),
    ...(asked.length > 0 && { parties: asked.map((name) => name.zh).join('、'), partiesEn: asked.map((name) => name.en ?? name.zh).join(', ') }),
    ...(handlerName && { handler: handlerName }),
    // Formed by this step, or dissolved by it.
    ...(detail.to?.group && { group: detail.to.group.dissolvedAt ? 'dissolved' : 'formed' }),
    ...(detail.to?.category && { category: detail.to.category }),
  }
}
