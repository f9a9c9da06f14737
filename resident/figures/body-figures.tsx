import type { PublicFigures } from '#contract/public-figures.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { tooFew } from './rates.tsx'

/** Body by body, by name: there is no first and no last. */
export function BodyFigures({ figures: { bodies, unnamed } }: { figures: PublicFigures }) {
  const t = useWords()
  const name = useName()
  if (bodies.length + unnamed === 0) return null
  const sorted = bodies.toSorted((a, b) => name(a.body.name).localeCompare(name(b.body.name), 'zh-Hans'))
  return (
    <section className="public-part" aria-labelledby="bodies">
      <h2 id="bodies">{t('publicFigures.bodies')}</h2>
      <ul className="public-bodies">
        {sorted.map(({ body, rates, excluded }) => (
          <li key={body.id}>
            <h3>{name(body.name)}</h3>
            <dl>
              {rates.filter(({ whole }) => whole !== null).map(({ rate, percent, whole }) => (
                <div key={rate}>
                  <dt>{t(`publicFigures.rates.${rate}`)}</dt>
                  <dd>
                    {percent === null ? <span className="faint">{t(tooFew(rate))}</span> : <b>{percent}%</b>}{' '}
                    <span className="faint">{t('publicFigures.of', { count: whole })}</span>
                  </dd>
                </div>
              ))}
            </dl>
            {excluded.count !== 0 && <p className="faint">{excluded.count === null ? t('publicFigures.bodyExcludedFew') : t('publicFigures.bodyExcluded', { count: excluded.count })}</p>}
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p className="faint">{t('publicFigures.unnamed', { count: unnamed })}</p>}
    </section>
  )
}
