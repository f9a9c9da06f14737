import { Link } from '@tanstack/react-router'
import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'
import type { CaseSearch } from '../search.ts'

/** Once the answer went to all of them there is nothing left to take apart. */
const answered: readonly Case['state'][] = ['answered', 'rated', 'declined', 'withdrawn']

/** What it is handled together with, and how many residents have the trouble. */
export function Merged({ subject, open }: { subject: Case; open: (search: CaseSearch) => void }) {
  const { t } = useSay()
  const { county, master, merged, residents, may, state, deskIsMine } = subject
  const mayPart = deskIsMine && !answered.includes(state)
  if (!master && merged.length === 0) return null
  return (
    <section className="side-part" aria-labelledby="merged-heading">
      <h2 id="merged-heading">{t('office.merged.heading')}</h2>
      <p>
        {master ? (
          <Link to="/$county/cases/$id" params={{ county, id: master.id }} className="figures">
            {t('office.merged.into', { number: master.number })}
          </Link>
        ) : (
          t('office.merged.others', { count: merged.length })
        )}
        <span className="merged-residents">{t('office.merged.residents', { count: residents })}</span>
      </p>
      {merged.length > 0 && (
        <ul className="merged">
          {merged.map((one) => (
            <li key={one.id}>
              <Link to="/$county/cases/$id" params={{ county, id: one.id }} className="figures">
                {one.number}
              </Link>
              {mayPart && (
                <Link to="/$county/cases/$id" params={{ county, id: one.id }} search={{ act: 'takeApart' }} aria-label={t('office.merged.apartOf', { number: one.number })} className="quiet-button">
                  {t('office.merged.apart')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{t('office.merged.answeredApart')}</p>
      {master && may.takeApart === null ? (
        <p>
          <button type="button" className="link" onClick={() => open({ act: 'takeApart' })}>
            {t('office.acts.takeApart.title')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
