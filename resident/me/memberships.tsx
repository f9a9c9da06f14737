import type { Membership } from '#contract/oneself.ts'
import '../matters/rows.css'
import { useName, useWords } from '../frame/use-words.ts'

/** The communities that I belong to or have asked to join. */
export function Memberships({ memberships }: { memberships: Membership[] }) {
  const t = useWords()
  const name = useName()
  return (
    <section className="me-part" aria-labelledby="me-communities">
      <h2 id="me-communities">{t('me.communities')}</h2>
      {memberships.length === 0 && <p className="faint">{t('home.howToJoin')}</p>}
      <ul className="stack">
        {memberships.map(({ id, village, kind, state, reason }) => (
          <li key={id}>
            <p className="me-line">
              <strong>{name(village.name)}</strong>
              <span className={state === 'asked' ? 'waits' : 'faint'}>{t(`membership.states.${state}`)}</span>
            </p>
            <p className="faint">{t(`membership.kinds.${kind}`)}</p>
            {reason && <p className="quoted">{t('membership.reason', { reason })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
