import { lazy, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useMe } from './asking/me.ts'
import { useSettings } from './asking/settings.ts'
import { Answer } from './controls/answer.tsx'
import { FollowLive } from './frame/follow-live.tsx'
import { Frame } from './frame/frame.tsx'
import { useScrollToTop } from './frame/use-scroll-to-top.ts'
import { NowProvider, useTickingNow } from './frame/use-time.ts'
import { Home } from './home/home.tsx'
import { HomeSkeleton } from './home/home-skeleton.tsx'
import { KeepSending } from './report/keep-sending.tsx'

// Home comes with the app; every other screen when it is first opened.
const Report = lazy(async () => ({ default: (await import('./report/report.tsx')).Report }))
const Receipt = lazy(async () => ({ default: (await import('./report/receipt.tsx')).Receipt }))
const Matters = lazy(async () => ({ default: (await import('./matters/matters.tsx')).Matters }))
const Matter = lazy(async () => ({ default: (await import('./matter/matter.tsx')).Matter }))
const Notices = lazy(async () => ({ default: (await import('./notices/notices.tsx')).Notices }))
const Me = lazy(async () => ({ default: (await import('./me/me.tsx')).Me }))
const MyRecord = lazy(async () => ({ default: (await import('./me/my-record.tsx')).MyRecord }))
const Sessions = lazy(async () => ({ default: (await import('./me/sessions.tsx')).Sessions }))
const PrivacyNotice = lazy(async () => ({ default: (await import('./sign-in/privacy-notice.tsx')).PrivacyNotice }))
const SignInScreen = lazy(async () => ({ default: (await import('./sign-in/sign-in-screen.tsx')).SignInScreen }))
const TipOff = lazy(async () => ({ default: (await import('./tip-off/tip-off.tsx')).TipOff }))
const TipOffAnswer = lazy(async () => ({ default: (await import('./tip-off/answer.tsx')).TipOffAnswer }))
const PublicFigures = lazy(async () => ({ default: (await import('./figures/public-figures.tsx')).PublicFigures }))
const Join = lazy(async () => ({ default: (await import('./join/join.tsx')).Join }))

export function App() {
  const now = useTickingNow()
  const settings = useSettings()
  const me = useMe()
  useScrollToTop()
  return (
    <NowProvider value={now}>
      <Frame>
        <Answer of={settings} skeleton={<HomeSkeleton />}>{() => <Screens />}</Answer>
      </Frame>
      {settings.data && me.data && <FollowLive />}
      {settings.data && <KeepSending person={me.data?.person ?? null} />}
    </NowProvider>
  )
}

function Screens() {
  return (
    <Switch>
      <Route path="/"><Home /></Route>
      <Route path="/report"><Report /></Route>
      <Route path="/tip-off"><TipOff /></Route>
      <Route path="/tip-off/answer"><TipOffAnswer /></Route>
      <Route path="/report/sent/:county/:id">{({ county, id }) => <Receipt county={Number(county)} id={id} />}</Route>
      <Route path="/matters"><Matters /></Route>
      <Route path="/matters/:county/:id">{({ county, id }) => <Matter county={Number(county)} id={id} />}</Route>
      <Route path="/notices"><SignedIn><Notices /></SignedIn></Route>
      <Route path="/me"><Me /></Route>
      <Route path="/me/record"><SignedIn><MyRecord /></SignedIn></Route>
      <Route path="/me/sessions"><SignedIn><Sessions /></SignedIn></Route>
      <Route path="/figures"><PublicFigures /></Route>
      <Route path="/privacy"><PrivacyNotice /></Route>
      <Route path="/sign-in"><SignInScreen /></Route>
      <Route path="/join/:code">{({ code }) => <Join code={code} />}</Route>
      <Route><Redirect to="/" replace /></Route>
    </Switch>
  )
}

/** A screen that is about the person: whoever has not signed in does so first and comes back. */
function SignedIn({ children }: { children: React.ReactNode }) {
  const me = useMe()
  const [path, go] = useLocation()
  const isNobody = me.data === null
  useEffect(() => {
    if (isNobody) go(`/sign-in?then=${encodeURIComponent(path)}`, { replace: true })
  }, [isNobody, path, go])
  return <Answer of={me} skeleton={<div className="screen-coming" />}>{(known) => known && children}</Answer>
}
