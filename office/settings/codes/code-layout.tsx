import { codeLength, things, writeCode, type CodeList } from '#contract/site-codes.ts'
import { useSay } from '../../say.ts'

/** How codes are written, with one of each for an example. */
export function CodeLayout({ list, county }: { list: CodeList; county: string }) {
  const { t } = useSay()
  const exampleOf = (thing: (typeof things)[number]) => {
    const type = list.types.find((one) => one.thing === thing)
    return type && writeCode(list, county, type, '1')
  }
  return (
    <section className="code-layout" aria-labelledby="layout-heading">
      <h2 id="layout-heading">{t('codes.list.layout')}</h2>
      <p>{list.segments.map(({ part, length }) => t('codes.list.lengthOf', { part: t(`codes.parts.${part}`), count: length })).join(' + ')}</p>
      <ul className="changes">
        {things.map((thing) => (
          <li key={thing}>
            {t(`codes.list.${thing}`, { count: codeLength(list, thing) })}
            {exampleOf(thing) && (
              <>
                {' · '}
                <span className="figures">{t('codes.list.example', { code: exampleOf(thing) })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
