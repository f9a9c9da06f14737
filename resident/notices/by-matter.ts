import type { Notice } from '#contract/notices.ts'

/** Notices of one matter together; the matter with the newest notice first, and within it the newest first. */
export function byMatter(notices: Notice[]): [Notice, ...Notice[]][] {
  const groups = new Map<string, [Notice, ...Notice[]]>()
  for (const notice of notices) {
    const group = groups.get(notice.subject.id)
    if (group) group.push(notice)
    else groups.set(notice.subject.id, [notice])
  }
  return [...groups.values()]
}
