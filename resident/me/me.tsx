import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Me as AMe } from '#contract/oneself.ts'
import { call } from '#screen/api.ts'
import { meKey, useMe } from '../asking/me.ts'
import { Answer } from '../controls/answer.tsx'
import { Bone } from '../controls/skeleton.tsx'
import { ElderSwitch } from '../elder/elder-switch.tsx'
import { NextIcon } from '../frame/icons.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { InstallPart } from '../install/install-part.tsx'
import { ConsentCard } from '../sign-in/consent-card.tsx'
import { ChooseAppearance } from './choose-appearance.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Memberships } from './memberships.tsx'
import { MyName } from './my-name.tsx'
import { SignOut } from './sign-out.tsx'
import './me.css'

/** About me: who I am here, how the app looks, what is kept of me. */
export function Me() {
  const t = useWords()
  const me = useMe()
  return (
    <>
      <ScreenTop title={t('me.title')} />
      <Answer of={me} skeleton={<Bone height="10rem" />}>
        {(known) => (
          <div className="me">
            {known ? <Known me={known} /> : <Nobody />}
            <section className="me-part" aria-labelledby="me-look">
              <h2 id="me-look">{t('me.look')}</h2>
              <ElderSwitch look="segments" />
              <LanguageSwitch look="segments" />
              <ChooseAppearance />
            </section>
            <InstallPart />
            <section className="me-part" aria-labelledby="me-data">
              <h2 id="me-data">{t('me.data')}</h2>
              <ul className="me-links">
                {known && <MeLink to="/me/record" title={t('record.title')} more={t('record.more')} />}
                {known && <MeLink to="/me/sessions" title={t('sessions.title')} more={t('sessions.more')} />}
                <MeLink to="/privacy" title={t('privacy.title')} />
              </ul>
            </section>
            <section className="me-part" aria-labelledby="me-place">
              <h2 id="me-place">{t('me.place')}</h2>
              <ul className="me-links">
                <MeLink to="/figures" title={t('publicFigures.title')} more={t('publicFigures.more')} />
              </ul>
            </section>
            {known && <SignOut person={known.person} />}
          </div>
        )}
      </Answer>
    </>
  )
}

function Known({ me }: { me: AMe }) {
  const t = useWords()
  const client = useQueryClient()
  const correct = async (name: string) => {
    await call('changeMe', { body: { name } })
    await client.invalidateQueries({ queryKey: meKey })
  }
  return (
    <>
      {me.consent.needed && <ConsentCard version={me.consent.version} />}
      <section className="me-part" aria-label={t('me.who')}>
        <MyName name={me.name} onCorrect={correct} />
        {me.phone && <p className="me-line"><span>{t('me.phone')}</span><span>{me.phone}</span></p>}
      </section>
      <Memberships memberships={me.memberships} />
    </>
  )
}

function Nobody() {
  const t = useWords()
  return (
    <section className="me-part" aria-label={t('me.who')}>
      <p>{t('me.nobody')}</p>
      <Link href="/sign-in?then=/me" className="button fill large">{t('signIn.title')}</Link>
    </section>
  )
}

const MeLink = ({ to, title, more }: { to: string; title: string; more?: string }) => (
  <li>
    <Link href={to} className="me-link">
      <span>
        {title}
        {more && <span className="faint">{more}</span>}
      </span>
      <NextIcon size={20} />
    </Link>
  </li>
)
