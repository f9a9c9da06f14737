import type { Refusal } from '#server/kernel/refusal.ts'

export type MembershipState = 'asked' | 'verified' | 'refused' | 'ended'

/**
 * A membership is decided once, by somebody else than the one who asked, and a refusal says why. They are the last holder
 * of their phone only where the same community verified that one.
 */
export function whyNotDecide(
  membership: { state: MembershipState; last_person: string | null },
  decision: { verified: boolean; reason?: string | undefined; isLastHolder?: boolean | undefined },
): Refusal | undefined {
  if (membership.state !== 'asked') return 'membership.decided'
  if (decision.isLastHolder && !(decision.verified && membership.last_person)) return 'membership.no_last_holder'
  return decision.verified || decision.reason ? undefined : 'membership.reason_needed'
}

/** Whoever asks to join says their name; once a community has verified it, it no longer changes by asking elsewhere. */
export function takesName(held: { name: boolean; isVerifiedSomewhere: boolean }): boolean {
  return !held.name || !held.isVerifiedSomewhere
}
