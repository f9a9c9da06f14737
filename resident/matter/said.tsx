import { lazy, Suspense, useState } from 'react'
import type { Matter } from '#contract/matters.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { Button } from '../controls/button.tsx'
import { EyeIcon, LockIcon, MapIcon, PinIcon } from '../frame/icons.tsx'
import { useTime } from '../frame/use-time.ts'
import { useLanguage, useName, useWords } from '../frame/use-words.ts'
import { CoverWords } from './cover-words.tsx'
import { MatterPhotos } from './matter-photos.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('#screen/map/place-map.tsx')).PlaceMap }))

/** What was said: the words, the photos, where it is and who may see it. */
export function Said({ matter }: { matter: Matter }) {
  const t = useWords()
  const name = useName()
  const { time } = useTime()
  const places = matter.place.filter(({ level }) => level >= 4).map((region) => name(region.name))
  return (
    <section className="matter-part" aria-labelledby="said">
      <h2 id="said">{t(matter.mine ? 'matter.iSaid' : 'matter.said')}</h2>
      <p className="matter-words">{matter.words}</p>
      <MatterPhotos matter={matter} photos={matter.photos} />
      <ul className="matter-facts">
        <li><PinIcon size={20} /><span>{[...places, matter.address].filter(Boolean).join(' · ')}</span></li>
        {matter.mine && (
          <li>
            {matter.publicity === 'private' || matter.publicity === 'kept' ? <LockIcon size={20} /> : <EyeIcon size={20} />}
            <span>{t(`matter.publicity.${matter.publicity}`)}</span>
          </li>
        )}
      </ul>
      {matter.mine && <CoverWords matter={matter} />}
      {matter.point && <OnMap county={matter.county} point={matter.point} />}
      <p className="faint">{[t('matter.saidAt', { time: time(matter.receivedAt) }), matter.category && name(matter.category)].filter(Boolean).join(' · ')}</p>
    </section>
  )
}

function OnMap({ county, point }: { county: number; point: NonNullable<Matter['point']> }) {
  const t = useWords()
  const language = useLanguage()
  const { counties, mapStyle } = useKnownSettings()
  const [open, setOpen] = useState(false)
  if (!open) return <Button look="quiet" className="matter-on-map" onClick={() => setOpen(true)}><MapIcon size={20} />{t('matter.onMap')}</Button>
  return (
    <div className="matter-map">
      <Suspense>
        <PlaceMap county={county} point={point} centre={counties.find(({ id }) => id === county)?.centre ?? null} language={language}
          style={mapStyle} words={{ unavailable: t('where.noMapHere'), label: t('where.mapLabel') }} />
      </Suspense>
    </div>
  )
}
