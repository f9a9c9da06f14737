import { can, type Actor, type Held } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { draftRow, lockedDraft, writeDraft, type DraftRow, type Published } from './book.sql.ts'
import { stateOf, type BookKind } from './book.ts'
import { recallBooks } from './recall-books.ts'

/** A call that edits the draft of a county. */
export interface DraftCall extends Rooms {
  params: { county: number }
  actor: Actor
  now: Date
  version(): number
}

/** A book is the whole county's: whoever has only a part of it in reach can't touch it. @throws Refused not_found */
export const reachBook = (actor: Actor, action: string, county: number): Held => orRefuse(can(actor, action, { county }))

/**
 * Makes the next draft out of the one that stands, or of the latest published version where there is none yet.
 * @throws Refused changed_meanwhile where somebody saved after the caller looked
 */
export async function changeDraft<Content>(call: DraftCall, kind: BookKind, empty: Content, next: (content: Content) => Content): Promise<{ version: number }> {
  const { params: { county }, now, actor: { person } } = call
  const expected = call.version()
  const [latest] = await recallBooks<Content>(call, county, kind)
  return await call.change(county, async (tx) => {
    const draft = await lockedDraft<Content>(tx, { county, kind, now, person })
    refuseChanged(draft, expected)
    const version = draft.version + 1
    await writeDraft(tx, { county, kind, version, content: next(draft.content ?? latest?.content ?? empty), now, person })
    return { version }
  })
}

/** Throws the draft away. */
export async function dropDraft(call: DraftCall, kind: BookKind): Promise<{ version: number }> {
  const { params: { county }, now, actor: { person } } = call
  const expected = call.version()
  return await call.change(county, async (tx) => {
    const draft = await lockedDraft(tx, { county, kind, now, person })
    refuseChanged(draft, expected)
    refuseIf(draft.content === null ? 'book.no_draft' : undefined)
    const version = draft.version + 1
    await writeDraft(tx, { county, kind, version, content: null, now, person })
    return { version }
  })
}

export function refuseChanged({ version }: DraftRow<unknown>, expected: number): void {
  if (version !== expected) throw new Refused('changed_meanwhile', { version, changed: [] })
}

/** The draft that stands, or the latest published version in its place, and what is said of it. */
export async function readDraft<Content>(call: Rooms & { params: { county: number } }, kind: BookKind, empty: Content) {
  const { county } = call.params
  const [[latest], draft] = await Promise.all([recallBooks<Content>(call, county, kind), draftRow<Content>(call.db, county, kind)])
  const exists = draft.content !== null
  const names = await staffNames(call, exists && draft.person ? [draft.person] : [])
  return {
    published: latest?.content ?? empty,
    content: draft.content ?? latest?.content ?? empty,
    said: {
      version: draft.version,
      exists,
      basedOn: latest?.version ?? 0,
      changedAt: exists ? (draft.changed_at?.toISOString() ?? null) : null,
      changedBy: exists && draft.person ? (names.get(draft.person) ?? null) : null,
    },
  }
}

/** What is said of every published version. */
export async function versionsSaid<Content>(call: Rooms & { now: Date }, versions: readonly Published<Content>[]) {
  const names = await staffNames(call, [...new Set(versions.flatMap(({ person }) => person ?? []))])
  return versions.map((one) => ({
    version: one.version,
    note: one.note,
    by: one.person ? (names.get(one.person) ?? null) : null,
    publishedAt: one.publishedAt.toISOString(),
    effectiveFrom: one.effectiveFrom.toISOString(),
    state: stateOf(one, versions, call.now),
  }))
}

