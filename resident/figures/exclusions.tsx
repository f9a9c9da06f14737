import { useTranslation } from 'react-i18next'
import type { PublicFigures } from '#contract/public-figures.ts'
import { useName, useWords } from '../frame/use-words.ts'

/** How much was left out of the rates, on which grounds, and who decided so. */
export function Exclusions({ figures: { excluded, rulings } }: { figures: PublicFigures }) {
  const t = useWords()
  const { t: said } = useTranslation()
  const name = useName()
  const few = (count: number | null) => count ?? t('publicFigures.few')
  const { granted, refused, grounds, others, by } = rulings
  return (
    <section className="public-part" aria-labelledby="excluded">
      <h2 id="excluded">{t('publicFigures.excluded')}</h2>
      <p>{t(howMany(excluded), excluded)}</p>
      <p>{by.length === 0 ? t('publicFigures.ruledNone') : t('publicFigures.ruled', { granted: few(granted.count), refused: few(refused.count), by: by.map((one) => name(one.name)).join('、') })}</p>
      {grounds.length + (others ? 1 : 0) > 0 && (
        <>
          <h3>{t('publicFigures.grounds')}</h3>
          <ul className="public-grounds">
            {grounds.map(({ ground, count }) => <li key={ground}><span>{said(`casework.exclusionGrounds.${ground}`)}</span><b>{few(count)}</b></li>)}
            {others && <li><span>{t(grounds.length > 0 ? 'publicFigures.otherGrounds' : 'publicFigures.allGrounds')}</span><b>{few(others.count)}</b></li>}
          </ul>
        </>
      )}
      <p className="faint">{t('publicFigures.excludedMeans')}</p>
    </section>
  )
}

function howMany({ count, percent }: PublicFigures['excluded']): string {
  if (count === 0) return 'publicFigures.excludedNone'
  if (count === null) return 'publicFigures.excludedFew'
  return percent === null ? 'publicFigures.excludedCount' : 'publicFigures.excludedSome'
}
