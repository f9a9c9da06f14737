import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { NamedRegion, Point } from '#contract/wire.ts'
import { Refused } from '#screen/api.ts'
import { askRegion } from '../asking/regions.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { Button } from '../controls/button.tsx'
import { Field, FieldError } from '../controls/field.tsx'
import { CheckIcon, HereIcon, MapIcon, PinIcon } from '../frame/icons.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { ChooseVillage } from './choose-village.tsx'
import { findPlace, whereAmI } from './find-place.ts'
import { Question } from './question.tsx'
import type { Part } from './report.tsx'
import './where.css'

const MapSheet = lazy(async () => ({ default: (await import('./map-sheet.tsx')).MapSheet }))
const addressMax = 200

/** The second question. The map is one of four ways to answer, and never the only one. */
export function Where({ draft, change, missing }: Part) {
  const t = useWords()
  const { counties } = useKnownSettings()
  const { place } = draft
  const [choosing, setChoosing] = useState(false)
  const [mapOpen, setMapOpen] = useState(false)
  const [finding, setFinding] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isMissing = missing.includes('place') && !place.village && !place.point
  const setVillage = (county: number, village: NamedRegion | null, point: Point | null) =>
    change((now) => ({ ...now, place: { ...now.place, county, village, point } }))

  const pin = async (point: Point) => {
    setTrouble(null)
    try {
      const found = await findPlace(point, counties, place.county)
      if (!found) return setTrouble('outside')
      setVillage(found.county, found.village, point)
      setChoosing(false)
    } catch (error) {
      setTrouble(error instanceof Refused ? 'outside' : 'noAnswer')
    }
  }

  const here = async () => {
    setFinding(true)
    setTrouble(null)
    try {
      await pin(await whereAmI())
    } catch {
      setTrouble('noPosition')
    }
    setFinding(false)
  }

  return (
    <Question number={2} title={t('report.where')}>
      <div id="ask-place" tabIndex={-1} className="where">
        {place.village && !choosing
          ? <Chosen village={place.village} point={place.point} onChange={() => setChoosing(true)} />
          : <ChooseVillage county={place.county} onChoose={(county, village) => {
              setVillage(county, village, null)
              if (village) setChoosing(false)
            }} />}
        {isMissing && <FieldError>{t('report.missing.place')}</FieldError>}
        <div className="where-ways">
          <Button busy={finding} onClick={() => void here()}><HereIcon size={22} />{t('where.here')}</Button>
          <Button onClick={() => setMapOpen(true)}><MapIcon size={22} />{t('where.onMap')}</Button>
        </div>
        {trouble && <FieldError>{t(`where.trouble.${trouble}`)}</FieldError>}
      </div>
      <Field label={t('where.address')} optional={t('report.optional')}>
        {(tied) => (
          <input {...tied} className="input" maxLength={addressMax} value={place.address} placeholder={t('where.addressHint')}
            autoComplete="off" onChange={({ target }) => change((now) => ({ ...now, place: { ...now.place, address: target.value } }))} />
        )}
      </Field>
      {mapOpen && (
        <Suspense>
          <MapSheet county={place.county} village={place.village?.id ?? null} point={place.point} onClose={() => setMapOpen(false)} onPick={(point) => {
            setMapOpen(false)
            void pin(point)
          }} />
        </Suspense>
      )}
    </Question>
  )
}

function Chosen({ village, point, onChange }: { village: NamedRegion; point: Point | null; onChange: () => void }) {
  const t = useWords()
  const name = useName()
  const above = useQuery(askRegion(village.id)).data?.above.filter(({ level }) => level >= 3) ?? []
  return (
    <div className="where-chosen">
      <PinIcon />
      <p className="where-names">
        <strong>{name(village.name)}</strong>
        <span className="faint">{above.map((region) => name(region.name)).join(' · ') || '\u00a0'}</span>
        {point && <span className="where-pinned"><CheckIcon size={18} />{t('where.pinned')}</span>}
      </p>
      <Button look="quiet" onClick={onChange}>{t('where.other')}</Button>
    </div>
  )
}
