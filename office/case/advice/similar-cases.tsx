import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SimilarCase } from '#contract/advice.ts'
import type { Case } from '#contract/cases.ts'
import { addressOf } from '#screen/api.ts'
import { StateMark } from '../../controls/state-mark.tsx'
import { When } from '../../controls/when.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { isUndecided } from './use-advice.ts'

/** Cases that may be the same trouble, with enough to judge: only while it is still to be decided what becomes of this one. */
export function SimilarCases({ subject }: { subject: Case }) {
  return isUndecided(subject) ? <Found subject={subject} /> : null
}

function Found({ subject: { county, id } }: { subject: Case }) {
  const { t } = useSay()
  const { data } = useQuery({
    ...reading('listSimilarCases', { params: { county, id } }),
    staleTime: 60_000,
    retry: false,
  })
  if (!data || data.items.length === 0) return null
  return (
    <section className="side-part" aria-labelledby="similar-heading">
      <h2 id="similar-heading">{t('office.advice.similar', { count: data.items.length })}</h2>
      <SimilarList items={data.items} />
    </section>
  )
}

/** With words, place, state and picture, enough to judge each. */
export function SimilarList({ items }: { items: SimilarCase[] }) {
  return (
    <ul className="similar">
      {items.map((one) => (
        <Similar key={one.id} one={one} />
      ))}
    </ul>
  )
}

function Similar({ one: { county, id, number, words, state, receivedAt, metres, photo } }: { one: SimilarCase }) {
  const { t } = useSay()
  return (
    <li>
      <div className="similar-said">
        <Link to="/$county/cases/$id" params={{ county, id }} className="similar-words">
          {words}
        </Link>
        <p className="similar-line soft">
          <span className="figures">{number}</span>
          <StateMark state={state} />
          {metres !== null && (
            <span className="figures">
              {t(metres < 10 ? 'office.advice.sameSpot' : 'office.advice.away', { metres })}
            </span>
          )}
          <When at={receivedAt} />
        </p>
      </div>
      {photo && (
        <img alt="" loading="lazy" src={addressOf('readCasePhoto', { county, id, photo: photo.id }, { size: 'thumb' })} />
      )}
    </li>
  )
}
