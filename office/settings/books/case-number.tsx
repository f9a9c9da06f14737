import { Link } from '@tanstack/react-router'
import { useSession } from '../../session.ts'

/** A case's number; it opens the case for whoever may read cases, which those who keep the rules need not. */
export function CaseNumber({ county, id, number }: { county: number; id: string; number: string }) {
  const { may } = useSession()
  if (!may('case.read')) return <span className="figures">{number}</span>
  return (
    <Link className="figures" to="/$county/cases/$id" params={{ county, id }}>
      {number}
    </Link>
  )
}
