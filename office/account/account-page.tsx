import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { RenewCodes } from './renew-codes.tsx'
import { Sessions } from './sessions.tsx'

/** Oneself: the posts that one holds, open sessions, recovery codes. */
export function AccountPage() {
  const { t, name } = useSay()
  const { me } = useSession()
  usePageTitle(t('office.account.open'))
  return (
    <section className="narrow">
      <h1>{me.name}</h1>
      <p className="soft figures">{me.login}</p>
      <section className="part" aria-labelledby="posts-heading">
        <h2 id="posts-heading">{t('office.account.posts')}</h2>
        <ul className="lines">
          {me.posts.map((post) => (
            <li key={post.id}>
              <span className="line-main">{name(post.title)}</span>
              <span>{name(post.body.name)}</span>
              <span className="soft">
                {t(`organisation.roles.${post.role}`)} · {name(post.region.name)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <RenewCodes />
      <Sessions />
    </section>
  )
}
