import { can, type Actor, type Held } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'

/** What comes from outside goes anywhere in the county: whoever has only a part of it in reach can't decide on that. @throws Refused not_allowed */
export const reachExchange = (actor: Actor, county: number, action: 'exchange.read' | 'exchange.change'): Held =>
  orRefuse(can(actor, action, { county }), 'not_allowed')
