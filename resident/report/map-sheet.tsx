import { useEffect, useRef, useState } from 'react'
import type { Point } from '#contract/wire.ts'
import { PlaceMap } from '#screen/map/place-map.tsx'
import { useKnownSettings } from '../asking/settings.ts'
import { Button } from '../controls/button.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useLanguage, useWords } from '../frame/use-words.ts'
import './map-sheet.css'

interface Props {
  county: number | null
  village: number | null
  point: Point | null
  onPick: (point: Point) => void
  onClose: () => void
}

/** A map over the whole screen, so that moving it never fights with scrolling the page. */
export function MapSheet({ county, village, point, onPick, onClose }: Props) {
  const t = useWords()
  const language = useLanguage()
  const { counties, mapStyle } = useKnownSettings()
  const dialog = useRef<HTMLDialogElement>(null)
  const [picked, setPicked] = useState(point)
  const [unavailable, setUnavailable] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const shown = counties.find(({ id }) => id === county) ?? counties[0]
  // Closing the dialog itself gives the focus back to the button that opened it.
  const close = () => dialog.current?.close()
  const done = () => {
    if (!picked) return
    close()
    onPick(picked)
  }
  return (
    <dialog ref={dialog} className="map-sheet" aria-label={t('where.onMap')} onClose={onClose}>
      <ScreenTop title={t('where.onMap')} back={close} />
      {shown && (
        <PlaceMap county={shown.id} centre={shown.centre} point={picked} region={village} language={language} style={mapStyle}
          words={{ unavailable: t('where.noMap'), label: t('where.mapLabel') }} onPick={setPicked} onUnavailable={() => setUnavailable(true)} />
      )}
      <div className="map-sheet-foot">
        {unavailable
          ? <Button look="fill" size="large" onClick={close}>{t('frame.back')}</Button>
          : (
              <>
                <output className="faint">{t(picked ? 'where.mapPicked' : 'where.mapHint')}</output>
                <Button look="fill" size="large" why={picked ? undefined : t('where.mapFirst')} onClick={done}>{t('where.mapDone')}</Button>
              </>
            )}
      </div>
    </dialog>
  )
}
