import { useSay } from '../say.ts'

/** How one figure is counted, unfolded in its place. */
export function How({ of }: { of: string }) {
  const { t } = useSay()
  return (
    <details className="how">
      <summary>{t('figures.how')}</summary>
      <p>{t(`figures.definitions.${of}`)}</p>
    </details>
  )
}

/** How each line of a table is counted, and what its star means. */
export function HowEach({ of, hasStar }: { of: { key: string; name: string }[]; hasStar?: boolean }) {
  const { t } = useSay()
  return (
    <>
      {hasStar && <Star />}
      <details className="how">
        <summary>{t('figures.how')}</summary>
        <dl>
          {of.map(({ key, name }) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{t(`figures.definitions.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Star() {
  const { t } = useSay()
  return <p className="how">{t('figures.page.star')}</p>
}
