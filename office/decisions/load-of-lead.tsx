import type { CaseRequest } from '#contract/requests.ts'
import { BodyLoad } from '../controls/body-load.tsx'
import { useSay } from '../say.ts'
import { isOpen } from './kinds.ts'

/** What the proposed lead has to do already, for whoever decides whether it gets more. */
export function LoadOfLead({ county, request }: { county: number; request: CaseRequest }) {
  const { name } = useSay()
  const { kind, lead, mine } = request
  if (kind !== 'dispatch' || !mine || !lead || !isOpen(request)) return null
  return <BodyLoad county={county} body={lead.id} named={name(lead.name)} />
}
