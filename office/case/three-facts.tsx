import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'

/** What the body claims, what the resident says and what the call found: side by side, none mixed with another. */
export function ThreeFacts({ subject }: { subject: Case }) {
  const { t, name } = useSay()
  const { rating } = subject
  const calls = subject.requests.filter(({ kind }) => kind === 'callback')
  const call = calls.at(-1)
  const found = call?.found ?? null
  const claims = subject.tasks.filter(({ role, outcome }) => role === 'lead' && outcome !== null)
  const claim = claims.at(-1)
  if (!rating && !call) return null
  const none = <span className="soft">—</span>
  const yesNo = (is: boolean) => t(is ? 'office.yes' : 'office.no')
  return (
    <section className="side-part" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('office.facts.heading')}</h2>
      <table className="three-facts">
        <thead>
          <tr>
            <td>
              <span className="sr-only">{t('office.facts.heading')}</span>
            </td>
            <th scope="col">{t('office.facts.claimed')}</th>
            <th scope="col">{t('office.facts.said')}</th>
            <th scope="col">{t('office.facts.found')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('office.rating.solved')}</th>
            <td>{claim ? t(`casework.outcomes.${claim.outcome}`) : none}</td>
            <td>{rating ? t(`casework.solved.${rating.solved}`) : none}</td>
            <td>{found ? t(`casework.solved.${found.solved}`) : none}</td>
          </tr>
          <tr>
            <th scope="row">{t('office.rating.contacted')}</th>
            <td>{none}</td>
            <td>{rating ? yesNo(rating.contacted) : none}</td>
            <td>{found ? yesNo(found.contacted) : none}</td>
          </tr>
          <tr>
            <th scope="row">{t('office.rating.satisfied')}</th>
            <td>{none}</td>
            <td>{rating ? t(`casework.satisfied.${rating.satisfied}`) : none}</td>
            <td>{found ? t(`casework.satisfied.${found.satisfied}`) : none}</td>
          </tr>
        </tbody>
      </table>
      <dl className="facts">
        {claim && (
          <div className="fact">
            <dt>{t('office.facts.claimed')}</dt>
            <dd>{name(claim.body.name)}</dd>
          </div>
        )}
        {!rating || rating.words ? (
          <div className="fact">
            <dt>{t('office.facts.said')}</dt>
            <dd>{rating?.words ?? t('office.facts.notRated')}</dd>
          </div>
        ) : null}
        {call && (call.ruling !== 'answered' || call.ruledWords) ? (
          <div className="fact">
            <dt>{t('office.facts.found')}</dt>
            <dd>
              {call.ruling === null && t(call.tries > 0 ? 'office.facts.tried' : 'office.facts.toCall', { count: call.tries, of: name(call.of.name) })}
              {call.ruling === 'lapsed' && t('office.facts.notReached', { count: call.tries })}
              {call.ruling === 'answered' && call.ruledWords}
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}
