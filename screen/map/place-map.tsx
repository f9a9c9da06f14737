import { useEffect, useRef, useState } from 'react'
import type { Language, Point } from '#contract/wire.ts'
import { call } from '../api.ts'
import type { DrawnMap } from './draw-map.ts'
import './place-map.css'

interface Props {
  county: number
  /** Where to begin while no point is given. */
  centre: Point | null
  point: Point | null
  /** The region to begin with, where neither a point nor the whole county is meant. */
  region?: number | null
  language: Language
  /** A MapLibre style to draw on, by its address; without one the boundaries alone are the map. */
  style: string | null
  words: { label: string; unavailable: string }
  /** Where the person tapped or dropped the pin. Without it the map only shows the point. */
  onPick?: (point: Point) => void
  /** It can't be drawn here: what only the map is good for may go. */
  onUnavailable?: () => void
}

/**
 * A calm map: boundaries with their names and one pin. Never the only way to give a place: where it can't be drawn it
 * says so in a sentence. Import this file dynamically; MapLibre itself is fetched only when the browser can draw it.
 */
export const PlaceMap = (props: Props) => <MapOfCounty key={props.county} {...props} />

function MapOfCounty({ county, centre, point, region = null, language, style, words, onPick, onUnavailable }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<DrawnMap | null>(null)
  const pick = useRef(onPick)
  const tellUnavailable = useRef(onUnavailable)
  const [state, setState] = useState<'coming' | 'there' | 'unavailable'>('coming')
  // The map is made once for a county; where it begins is not where it stays.
  const begin = useRef({ centre, point, region })
  const isPicking = onPick !== undefined
  useEffect(() => {
    pick.current = onPick
    tellUnavailable.current = onUnavailable
    begin.current = { centre, point, region }
  })

  useEffect(() => {
    let gone = false
    const draw = async () => {
      if (!box.current || !canDraw()) throw new Error('This browser has no WebGL 2')
      const [{ drawMap }, boundaries] = await Promise.all([import('./draw-map.ts'), call('readBoundaries', { params: { county } })])
      if (gone) return
      map.current = drawMap(box.current, {
        ...begin.current, boundaries, language, style, label: words.label,
        onPick: isPicking ? (picked) => pick.current?.(picked) : undefined,
      })
      setState('there')
    }
    draw().catch(() => {
      if (gone) return
      setState('unavailable')
      tellUnavailable.current?.()
    })
    return () => {
      gone = true
      map.current?.remove()
      map.current = null
    }
  }, [county, language, style, words.label, isPicking])

  useEffect(() => {
    if (state === 'there') map.current?.point(point)
  }, [point, state])

  if (state === 'unavailable') return <p className="place-map unavailable">{words.unavailable}</p>
  return <div ref={box} className="place-map" aria-busy={state === 'coming'} />
}

const canDraw = () => Boolean(document.createElement('canvas').getContext('webgl2'))
