import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useMe } from '../asking/me.ts'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { SignIn } from './sign-in.tsx'

/** Signing in for its own sake, or on the way to a screen that needs it (`?then=/notices`). */
export function SignInScreen() {
  const t = useWords()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const isSignedIn = Boolean(useMe().data)
  const then = whereTo(search.get('then'))
  useEffect(() => {
    if (isSignedIn) go(then, { replace: true })
  }, [isSignedIn, go, then])
  return (
    <>
      <ScreenTop title={t('signIn.title')} back={() => go('/')} />
      <p className="sign-in-intro">{t('signIn.intro')}</p>
      <SignIn onDone={() => go(then, { replace: true })} />
    </>
  )
}

/** Only a path of this app: an address from elsewhere must not lead a person away. */
const whereTo = (then: string | null) => (then && /^\/(?![/\\])/.test(then) ? then : '/')
