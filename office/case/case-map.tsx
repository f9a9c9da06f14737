import { useSuspenseQuery } from '@tanstack/react-query'
import type { Point } from '#contract/wire.ts'
import { PlaceMap } from '#screen/map/place-map.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** Where a case is. Fetched only when a case has a point. */
export default function CaseMap({ point, county }: { point: Point; county: number }) {
  const { t, language } = useSay()
  const { mapStyle } = useSuspenseQuery(reading('readSettings')).data
  return (
    <PlaceMap
      county={county}
      centre={point}
      point={point}
      language={language}
      style={mapStyle}
      words={{ label: t('office.case.map'), unavailable: t('office.case.noMap') }}
    />
  )
}
