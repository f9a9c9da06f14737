import { Link } from 'wouter'
import type { MatterRow as Row, PublicMatterRow } from '#contract/matters.ts'
import { addressOf } from '#screen/api.ts'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { useCaseWords } from '../matter/case-words.ts'
import './rows.css'

/** One of my matters in a list. */
export function MatterRow({ matter }: { matter: Row }) {
  const t = useWords()
  const { myState } = useCaseWords()
  const { ago, due, isPast } = useTime()
  return (
    <RowFrame matter={matter}>
      {matter.waitsForMe && <span className="waits">{t(matter.state === 'asked' ? 'matters.answerPlease' : 'matters.ratePlease')}</span>}
      <RowTitle matter={matter} />
      <span className="row-meta">
        {!matter.waitsForMe && <span className="row-state">{myState(matter.state)}</span>}
        {matter.dueAt
          ? isPast(matter.dueAt)
            ? <span className="overdue">{due(matter.dueAt)}</span>
            : <span>{t('matters.next', { due: due(matter.dueAt) })}</span>
          : <span>{ago(matter.changedAt)}</span>}
      </span>
    </RowFrame>
  )
}

/** A public matter in a list: where it is stands in place of what is due. */
export function PublicMatterItem({ matter }: { matter: PublicMatterRow }) {
  const { state } = useCaseWords()
  const name = useName()
  const { date } = useTime()
  return (
    <RowFrame matter={matter}>
      <RowTitle matter={matter} />
      <span className="row-meta">
        <span className="row-state">{state(matter.state)}</span>
        {matter.village && <span>{name(matter.village.name)}</span>}
        <span>{date(matter.receivedAt)}</span>
      </span>
    </RowFrame>
  )
}

type AnyRow = Row | PublicMatterRow

const RowTitle = ({ matter }: { matter: AnyRow }) => (
  <Link href={`/matters/${matter.county}/${matter.id}`}><span className="row-title">{matter.title}</span></Link>
)

function RowFrame({ matter, children }: { matter: AnyRow; children: React.ReactNode }) {
  const { county, id, photo } = matter
  return (
    <li className="row">
      <div className="row-words">{children}</div>
      {photo && (
        <img className="row-photo" alt="" loading="lazy" src={addressOf('readMatterPhoto', { county, id, photo }, { size: 'thumb' })} />
      )}
    </li>
  )
}
