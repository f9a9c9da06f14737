import type { Refusal } from '#server/kernel/refusal.ts'

/** How an officer who is given a case straight 点派单 comes to bind their body. */
export type Binding = 'stationed' | 'first'

/** Who could be given it now. */
export interface Binders {
  how: Binding | 'nobody'
  officers: readonly { person: string }[]
}

/** Why a case can't be given straight to this person: they don't bind the body here and now. */
export function whyNotBind({ officers }: Binders, person: string, isInBody: boolean): Refusal | undefined {
  if (!isInBody) return 'task.handler_not_in_body'
  return officers.some((one) => one.person === person) ? undefined : 'task.officer_not_on_duty'
}
