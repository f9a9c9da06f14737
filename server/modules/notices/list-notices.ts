import { listNotices, type Notice } from '#contract/notices.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { valuesIn } from './notice.ts'
import { noticesOf, type NoticeRow } from './notice.sql.ts'

export default operation(listNotices, signedIn, async ({ query, actor, db, language }) => {
  const limit = query.limit ?? 30
  const rows = await noticesOf(db, actor, query, markOf(query.after), limit)
  return pageOf(rows, limit, (row) => markText(row.at, row.id), (row) => noticeOf(row, language))
})

function noticeOf(row: NoticeRow, language: 'zh' | 'en'): Notice {
  const { number = null, values = {} } = row.detail
  return {
    id: row.id,
    county: row.county,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject, number },
    values: valuesIn(language, values),
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}
