import type { Rating } from '#contract/matters.ts'
import { useWords } from '../frame/use-words.ts'
import './rate.css'

/** What I judged, afterwards. */
export function MyRating({ rating }: { rating: Rating }) {
  const t = useWords()
  const solved = { yes: 'rate.solvedYes', partly: 'rate.solvedPartly', no: 'rate.solvedNo' }[rating.solved]
  return (
    <section className="matter-part" aria-labelledby="my-rating">
      <h2 id="my-rating">{t('rate.mine')}</h2>
      <dl className="my-rating">
        <div><dt>{t('rate.contacted')}</dt><dd>{t(rating.contacted ? 'rate.contactedYes' : 'rate.contactedNo')}</dd></div>
        <div><dt>{t('rate.solved')}</dt><dd>{t(solved)}</dd></div>
        <div><dt>{t('rate.satisfied')}</dt><dd>{t(`rate.grades.${rating.satisfied}`)}</dd></div>
      </dl>
      {rating.words && <p className="quoted">{rating.words}</p>}
    </section>
  )
}
