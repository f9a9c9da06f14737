import { Suspense, lazy } from 'react'
import type { Case } from '#contract/cases.ts'
import { addressOf } from '#screen/api.ts'
import { Photos } from '../controls/photos.tsx'
import { When } from '../controls/when.tsx'
import { useSay } from '../say.ts'
import { CountedWords } from './advice/counted-words.tsx'
import { MaskedValue } from './masked-value.tsx'
import { SignalBehind } from './signal-behind.tsx'

const PlaceMap = lazy(() => import('./case-map.tsx'))

/** What was said, by whom, and where it is. */
export function AppealColumn({ subject }: { subject: Case }) {
  const { t, name } = useSay()
  const { county, id } = subject
  return (
    <section className="case-said" aria-label={t('office.case.said')}>
      {subject.appeals.map((appeal) => {
        const people = [
          ['name', appeal.name],
          ['phone', appeal.phone],
          ['onBehalfOf', appeal.onBehalfOf],
          ['address', appeal.address],
          ['original', appeal.original],
        ] as const
        return (
          <div className="appeal" key={appeal.id}>
            <p className="appeal-from soft">
              {t(`casework.channels.${appeal.channel}`)} · <When at={appeal.receivedAt} />
            </p>
            <p className="appeal-words">
              <CountedWords subject={subject} words={appeal.words} />
            </p>
            <Photos
              photos={appeal.photos}
              address={(photo, size) => addressOf('readCasePhoto', { county, id, photo }, { size })}
            />
            <dl className="facts">
              {people.map(
                ([what, masked]) =>
                  masked && (
                    <MaskedValue
                      key={what}
                      label={t(`office.case.people.${what}`)}
                      masked={masked}
                      county={county}
                      subject={id}
                    />
                  ),
              )}
            </dl>
          </div>
        )
      })}
      {subject.appeals.some(({ channel }) => channel === 'signal') && <SignalBehind county={county} id={id} />}
      <dl className="facts">
        {subject.about && (
          <div className="fact">
            <dt>{t('office.case.about')}</dt>
            <dd>
              {name(subject.about.body.name)}
              <span className="soft"> {t(subject.about.isMine ? 'office.case.aboutMine' : 'office.case.aboutKept')}</span>
            </dd>
          </div>
        )}
        <div className="fact">
          <dt>{t('office.case.place')}</dt>
          <dd>{subject.place.map((region) => name(region.name)).join(' ')}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.case.publicity')}</dt>
          <dd>{t(`casework.publicity.${subject.publicity}`)}</dd>
        </div>
      </dl>
      {subject.point && (
        <Suspense fallback={<div className="map-box" />}>
          <div className="map-box">
            <PlaceMap point={subject.point} county={county} />
          </div>
        </Suspense>
      )}
      {subject.publicity === 'public' && subject.publicWords ? (
        <div className="public-words">
          <h2>{t('office.case.publicWords')}</h2>
          <p>{subject.publicWords}</p>
        </div>
      ) : null}
    </section>
  )
}
