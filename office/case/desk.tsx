import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'

/** Where the case lies, on which level, and what the resident said at the end. */
export function Desk({ subject: { desk, deskIsMine, level, rating, policyVersion } }: { subject: Case }) {
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
        <div className="fact">
          <dt>{t('office.case.policy')}</dt>
          <dd className="figures">{t('office.case.policyVersion', { version: policyVersion })}</dd>
        </div>
      </dl>
      {rating && (
        <div className="rating">
          <h2>{t('office.case.rating')}</h2>
          <dl className="facts">
            <div className="fact">
              <dt>{t('office.rating.contacted')}</dt>
              <dd>{t(rating.contacted ? 'office.yes' : 'office.no')}</dd>
            </div>
            <div className="fact">
              <dt>{t('office.rating.solved')}</dt>
              <dd>{t(`casework.solved.${rating.solved}`)}</dd>
            </div>
            <div className="fact">
              <dt>{t('office.rating.satisfied')}</dt>
              <dd>
                {t(`casework.satisfied.${rating.satisfied}`)}{' '}
                <span className="soft figures">{rating.satisfied} / 5</span>
              </dd>
            </div>
          </dl>
          {rating.words && <p className="appeal-words">{rating.words}</p>}
        </div>
      )}
    </section>
  )
}
