import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'

/** Where the case lies, and on which level. */
export function Desk({ subject: { desk, deskIsMine, level, owner, policyVersion } }: { subject: Case }) {
  const { t, name } = useSay()
  return (
    <section className="side-part" aria-labelledby="desk-heading">
      <h2 id="desk-heading">{t('office.case.desk')}</h2>
      <dl className="facts">
        <div className="fact">
          <dt>{t('office.columns.desk')}</dt>
          <dd>
            {name(desk.name)}
            {deskIsMine && <span className="soft"> {t('office.case.deskIsMine')}</span>}
          </dd>
        </div>
        <div className="fact">
          <dt>{t('office.columns.level')}</dt>
          <dd>{t(`casework.levels.${level}`)}</dd>
        </div>
        {owner && (
          <div className="fact">
            <dt>{t('policies.routing.route.owners')}</dt>
            <dd>{name(owner.name)}</dd>
          </div>
        )}
        <div className="fact">
          <dt>{t('office.case.policy')}</dt>
          <dd className="figures">{t('office.case.policyVersion', { version: policyVersion })}</dd>
        </div>
      </dl>
    </section>
  )
}
