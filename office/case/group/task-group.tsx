import type { Case } from '#contract/cases.ts'
import { When } from '../../controls/when.tsx'
import { useSay } from '../../say.ts'
import { Checklist } from './checklist.tsx'

/** The bodies that work it together: who is in it and may do what by law, what is done, and who contributed what. */
export function TaskGroup({ subject }: { subject: Case }) {
  const { t, name, list } = useSay()
  const { group } = subject
  if (!group) return null
  const { members, contributions, dissolvedAt } = group
  return (
    <section className="side-part task-group" aria-labelledby="group-heading">
      <h2 id="group-heading">
        {t('office.group.heading')}
        {dissolvedAt && <span className="case-mark">{t('office.group.dissolved')}</span>}
        {group.times > 1 && <span className="case-mark">{t('office.group.times', { count: group.times })}</span>}
      </h2>
      <p className="soft">
        {t('office.group.formed', { by: name(group.by) })} <When at={group.formedAt} />
        {dissolvedAt && (
          <>
            {' · '}
            {t('office.group.until')} <When at={dissolvedAt} />
          </>
        )}
      </p>
      <ul className="group-members">
        {members.map(({ body, role, remits }) => (
          <li key={body.id}>
            <span className="task-body">{name(body.name)}</span>
            <span className="task-role">{t(`office.group.roles.${role}`)}</span>
            {remits.length > 0 && (
              <details>
                <summary>{t('office.group.remits', { count: remits.length })}</summary>
                <ul className="group-remits">
                  {remits.map((one) => (
                    <li key={one.words}>
                      {one.words} <span className="soft">{one.ground}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      <Checklist subject={subject} group={group} />
      <details className="group-part" open={dissolvedAt !== null}>
        <summary>{t('office.group.contributions')}</summary>
        <dl className="facts">
          {contributions.map((one) => (
            <div key={one.body.zh} className="fact">
              <dt>{name(one.body)}</dt>
              <dd>
                {one.names.length > 0 ? list(one.names) : <span className="soft">{t('office.group.nothing')}</span>}
                {one.names.length > 0 && (
                  <span className="group-counts soft">
                    {list([
                      ...(one.notes > 0 ? [t('office.group.notes', { count: one.notes })] : []),
                      ...(one.photos > 0 ? [t('office.group.photos', { count: one.photos })] : []),
                      ...(one.ticked > 0 ? [t('office.group.ticked', { count: one.ticked })] : []),
                      ...(one.reported ? [t('office.group.reported')] : []),
                    ])}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
