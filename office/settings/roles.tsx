import { useQuery } from '@tanstack/react-query'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** Which role may do what: over the region of the post, or over what its body holds. */
export function Roles() {
  const { t } = useSay()
  const { data, error, refetch } = useQuery({ ...reading('listRoles'), staleTime: Infinity })
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={10} />
  const actions = [...new Set(data.items.flatMap((role) => role.actions.map(({ action }) => action)))]
  return (
    <>
      <p className="soft">{t('office.roles.words')}</p>
      {/* Wider than the screen: the keyboard must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="roles-around" tabIndex={0} aria-label={t('office.settings.parts.roles')}>
        <table className="plain roles">
          <caption className="sr-only">{t('office.settings.parts.roles')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('office.roles.action')}</th>
              {data.items.map(({ role }) => (
                <th key={role} scope="col">
                  {t(`organisation.roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <tr key={action}>
                <th scope="row">{t(`organisation.actions.${action}`, { defaultValue: action })}</th>
                {data.items.map((role) => {
                  const over = role.actions.filter((one) => one.action === action).map((one) => one.over)
                  return (
                    <td key={role.role}>
                      {over.length > 0 ? (
                        over.map((one) => (
                          <span key={one} className={`over over-${one}`}>
                            {t(`office.roles.over.${one}`)}
                          </span>
                        ))
                      ) : (
                        <span className="soft" aria-label={t('office.no')}>
                          ·
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
