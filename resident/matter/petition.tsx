import type { Matter } from '#contract/matters.ts'
import type { PetitionOfMatter } from '#contract/petitions.ts'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { AskReview } from './ask-review.tsx'
import './petition.css'

/** A petition matter: which office must do what by when, as the law says, and what may be asked for against an answer. */
export function PetitionOf({ matter, petition: { times, remedy } }: { matter: Matter; petition: PetitionOfMatter }) {
  const t = useWords()
  return (
    <section className="matter-part" aria-labelledby="petition">
      <h2 id="petition">{t('petition.title')}</h2>
      <p className="faint">{t('petition.intro')}</p>
      <ol className="petition-times">
        {times.map((one) => <Bound key={`${one.kind} ${one.startedAt}`} time={one} />)}
      </ol>
      {remedy && <AskReview matter={matter} remedy={remedy} />}
    </section>
  )
}

function Bound({ time: { kind, body, dueAt, endedAt, late } }: { time: PetitionOfMatter['times'][number] }) {
  const t = useWords()
  const name = useName()
  const { due, fullDate } = useTime()
  const said = endedAt
    ? t(late ? 'petition.doneLate' : 'petition.done', { body: name(body), at: fullDate(endedAt) })
    : t('petition.binds', { body: name(body), due: due(dueAt) })
  return (
    <li className={endedAt ? 'petition-time over' : 'petition-time'}>
      <p className="petition-what">{t(`petition.times.${kind}`)}</p>
      <p className={late ? 'overdue' : undefined}>{said}</p>
    </li>
  )
}
