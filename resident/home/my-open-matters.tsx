import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { MatterRow as Row } from '#contract/matters.ts'
import { askMyMatters } from '../asking/matters.ts'
import { Answer } from '../controls/answer.tsx'
import { NextIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { MatterRow } from '../matters/matter-row.tsx'
import { RowsSkeleton } from '../matters/rows-skeleton.tsx'

const shownMax = 5

/** What I reported and is not over, what waits for me before all else. */
export function MyOpenMatters() {
  const t = useWords()
  const matters = useInfiniteQuery(askMyMatters(true))
  return (
    <section className="home-part" aria-labelledby="my-open-matters">
      <div className="home-part-top">
        <h2 id="my-open-matters">{t('home.myMatters')}</h2>
        <Link href="/matters" className="more-link" aria-label={t('home.allMatters')}>{t('home.all')}<NextIcon size={18} /></Link>
      </div>
      <Answer of={matters} skeleton={<RowsSkeleton count={2} />}>
        {({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} />}
      </Answer>
    </section>
  )
}

function Rows({ rows }: { rows: Row[] }) {
  const t = useWords()
  if (rows.length === 0) return <p className="home-nothing">{t('home.noMatters')}</p>
  const first = [...rows.filter(({ waitsForMe }) => waitsForMe), ...rows.filter(({ waitsForMe }) => !waitsForMe)]
  return <ul className="rows">{first.slice(0, shownMax).map((row) => <MatterRow key={row.id} matter={row} />)}</ul>
}
