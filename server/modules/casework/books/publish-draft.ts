import type { FactKind } from '#server/facts/index.ts'
import { tell } from '#server/kernel/facts.ts'
import { refuseOtherUse } from '#server/kernel/operation.ts'
import { actedBy } from '#server/kernel/reach.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import { insertPublished, lockedDraft, publishedByKey, writeDraft } from './book.sql.ts'
import { whyNotBegin, type BookKind } from './book.ts'
import { reachBook, refuseChanged, type DraftCall } from './edit-draft.ts'
import { forgetBooks } from './recall-books.ts'

export interface PublishCall extends DraftCall {
  body: { note: string; effectiveFrom?: string | undefined }
  sent: Buffer
  key(): string
}

/**
 * Makes the draft the next version. The draft is locked meanwhile: of two who publish at once the second finds it gone.
 * @param faultsOf what keeps the content from being published
 */
export async function publishDraft<Content>(
  call: PublishCall,
  { kind, action, fact, faultsOf }: { kind: BookKind; action: string; fact: FactKind; faultsOf: (content: Content) => readonly object[] },
): Promise<{ published: number; effectiveFrom: string }> {
  const { params: { county }, body, actor, now } = call
  const held = reachBook(actor, action, county)
  const [id, expected] = [call.key(), call.version()]
  const effectiveFrom = body.effectiveFrom ? new Date(body.effectiveFrom) : now
  return await call.change(county, async (tx) => {
    const draft = await lockedDraft<Content>(tx, { county, kind, now, person: actor.person })
    const before = await publishedByKey(tx, county, id)
    if (before) {
      refuseOtherUse(before.kind === kind ? before : { sent: null }, call)
      return { published: before.version, effectiveFrom: before.effective_from.toISOString() }
    }
    refuseChanged(draft, expected)
    if (draft.content === null) throw new Refused('book.no_draft')
    refuseIf(whyNotBegin(effectiveFrom, now))
    const faults = faultsOf(draft.content)
    refuseIf(faults.length > 0 ? 'book.has_faults' : undefined, { faults })
    const published = await insertPublished(tx, { county, kind, id, content: draft.content, note: body.note.trim(), effectiveFrom, at: now, person: actor.person, sent: call.sent })
    await writeDraft(tx, { county, kind, version: draft.version + 1, content: null, now, person: actor.person })
    const detail = { values: { version: String(published), effectiveFrom: effectiveFrom.toISOString() } }
    await tell(tx, { county, subject: id, kind: fact, by: actedBy(actor, held), at: now, detail })
    await forgetBooks(tx, call.memory, county, kind)
    return { published, effectiveFrom: effectiveFrom.toISOString() }
  })
}
