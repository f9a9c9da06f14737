import type { LeaderLoad } from '#contract/requests.ts'
import { useSay } from '../say.ts'

/** What already waits for the leaders whom one would ask: who sends more, sees it. */
export function LeadersLoad({ load }: { load: LeaderLoad[] }) {
  const { t, name } = useSay()
  return load.map(({ body, waiting, decidedToday, limit }) => (
    <p key={body.id} className={waiting + decidedToday > limit ? 'leaders-load late' : 'leaders-load soft'}>
      {t(waiting + decidedToday > limit ? 'office.digest.loadOver' : 'office.digest.load', { name: name(body.name), waiting, decidedToday, limit })}
    </p>
  ))
}
