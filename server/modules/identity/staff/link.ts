/** What a one-time link is for, and how long it waits to be used. */
export const linkKinds = ['invitation', 'first_administrator', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

const hourMs = 3_600_000
const lastsHours: Record<LinkKind, number> = { invitation: 7 * 24, first_administrator: 48, reset: 24 }

export const linkEnds = (kind: LinkKind, now: Date): Date => new Date(now.getTime() + lastsHours[kind] * hourMs)

/** A link opens once, before its end, and only for somebody who has not left. */
export function isOpen(link: { expiresAt: Date; usedAt: Date | null; leftAt: Date | null }, now: Date): boolean {
  return link.usedAt === null && link.leftAt === null && link.expiresAt > now
}
