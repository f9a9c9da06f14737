import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { SimilarMatter } from '#contract/advice.ts'
import { addressOf } from '#screen/api.ts'
import { useElderMode } from '../../elder/elder-mode.ts'
import { useTime } from '../../frame/use-time.ts'
import { useName, useWords } from '../../frame/use-words.ts'
import { useCaseWords } from '../../matter/case-words.ts'
import '../../matters/rows.css'
import type { Draft } from '../draft.ts'
import { askSimilar } from './ask-advice.ts'
import { useSettled } from './use-settled.ts'
import './advice.css'

/** Before it is sent: is it known already? Whoever looks loses nothing, since the draft stays on the phone. */
export function KnownAlready({ draft: { words, category, place } }: { draft: Draft }) {
  const t = useWords()
  const isElder = useElderMode()
  const settled = useSettled(words)
  const found = useQuery(askSimilar({ words: settled, category, place })).data ?? []
  // One at a time where calm counts more than completeness.
  const shown = isElder ? found.slice(0, 1) : found
  return (
    <section className="known" aria-label={t('known.title')} aria-live="polite" hidden={shown.length === 0}>
      {shown.length > 0 && (
        <div>
          <h2 className="known-title">{t(shown.every(({ mine }) => mine) ? 'known.titleMine' : 'known.title')}</h2>
          <p className="faint">{t('known.hint')}</p>
          <ul className="rows">{shown.map((one) => <Known key={one.id} matter={one} />)}</ul>
        </div>
      )}
    </section>
  )
}

function Known({ matter: { county, id, words, state, village, receivedAt, photo, mine } }: { matter: SimilarMatter }) {
  const t = useWords()
  const name = useName()
  const { state: stateWords, myState } = useCaseWords()
  const { date } = useTime()
  return (
    <li className="row">
      <div className="row-words">
        <Link href={`/matters/${county}/${id}`}><span className="row-title">{words}</span></Link>
        <span className="row-meta">
          {mine && <span>{t('known.mine')}</span>}
          <span className="row-state">{mine ? myState(state) : stateWords(state)}</span>
          {village && <span>{name(village.name)}</span>}
          <span>{date(receivedAt)}</span>
        </span>
      </div>
      {photo && <img className="row-photo" alt="" loading="lazy" src={addressOf('readMatterPhoto', { county, id, photo }, { size: 'thumb' })} />}
    </li>
  )
}
