import { useRef } from 'react'
import type { Polygon } from '#contract/regions.ts'
import { Area } from '../controls/area.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

/** A boundary as GeoJSON, pasted or from a file. */
export function BoundaryField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useSay()
  const input = useRef<HTMLInputElement>(null)
  const isWrong = value.trim() !== '' && boundaryIn(value) === undefined
  return (
    <Field
      label={t('office.regions.boundary')}
      optional={t('office.optional')}
      hint={t('office.regions.boundaryHint')}
      error={isWrong ? t('office.regions.boundaryWrong') : undefined}
    >
      {(id, describedBy) => (
        <>
          <Area
            id={id}
            aria-describedby={describedBy}
            className="figures"
            spellCheck={false}
            rows={3}
            placeholder='{"type":"Polygon","coordinates":[[[118.1,32.0], …]]}'
            value={value}
            onChange={onChange}
          />
          <input
            ref={input}
            type="file"
            hidden
            accept=".json,.geojson,application/geo+json,application/json"
            onChange={async (event) => {
              const [file] = event.target.files ?? []
              if (file) onChange(await file.text())
            }}
          />
          <button type="button" className="quiet-button" onClick={() => input.current?.click()}>
            {t('office.regions.boundaryFile')}
          </button>
        </>
      )}
    </Field>
  )
}

/** The area in a GeoJSON text: a bare geometry, a feature, or a collection's first feature. */
export function boundaryIn(text: string): Polygon | undefined {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return undefined
  }
  return areaOf(given)
}

function areaOf(given: unknown): Polygon | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { type, geometry, features, coordinates } = given as Record<string, unknown>
  if (type === 'Feature') return areaOf(geometry)
  if (type === 'FeatureCollection' && Array.isArray(features)) return areaOf(features[0])
  if ((type === 'Polygon' || type === 'MultiPolygon') && Array.isArray(coordinates)) return { type, coordinates }
  return undefined
}
