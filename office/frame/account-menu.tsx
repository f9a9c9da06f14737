import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { call } from '#screen/api.ts'
import { Icon } from '../controls/icon.tsx'
import { Unfold } from '../controls/unfold.tsx'
import { forgetAnswers } from '../patrol/keep-offline.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'

/** Who is signed in, in which posts; the account page and the way out. */
export function AccountMenu({ county }: { county: number | undefined }) {
  const { t, name } = useSay()
  const { me } = useSession()
  const memory = useQueryClient()
  const router = useRouter()
  const leaving = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: async () => {
      forgetAnswers()
      await router.navigate({ to: '/sign-in' })
      memory.clear()
    },
  })
  return (
    <Unfold
      label={
        <>
          <Icon name="person" />
          <span className="bar-word">{me.name ?? me.login}</span>
        </>
      }
      name={t('office.account.label', { name: me.name ?? me.login })}
    >
      {(close) => (
        <div className="account-menu">
          <p className="account-name">{me.name}</p>
          <p className="soft figures">{me.login}</p>
          <ul className="account-posts">
            {me.posts.map((post) => (
              <li key={post.id}>
                <span>{name(post.title)}</span>
                <span className="soft">{name(post.body.name)}</span>
              </li>
            ))}
          </ul>
          {county !== undefined && (
            <Link to="/$county/account" params={{ county }} onClick={close}>
              {t('office.account.open')}
            </Link>
          )}
          <button type="button" className="link" onClick={() => leaving.mutate()} disabled={leaving.isPending}>
            {t('office.account.signOut')}
          </button>
        </div>
      )}
    </Unfold>
  )
}
