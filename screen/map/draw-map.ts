import { LngLatBounds, Map as GlMap, Marker, NavigationControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
// A file of our own origin: a worker made from a blob would be a hole in the content security policy.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { FeatureCollection } from 'geojson'
import type { Language, Point } from '#contract/wire.ts'
import { boundsOf, namePoints, type Boundaries } from './name-points.ts'

export interface DrawnMap {
  /** Shows the pin there; null takes it away. */
  point: (point: Point | null) => void
  remove: () => void
}

interface Given {
  boundaries: Boundaries
  centre: Point | null
  point: Point | null
  region: number | null
  language: Language
  style: string | null
  label: string
  onPick?: (point: Point) => void
}

/** With streets to see, near; without, far enough for the boundaries around the point. */
const streetZoom = 15.5
const villageZoom = 13
const town = 4

setWorkerUrl(workerUrl)

/** Draws the boundaries, their names and the pin into a box. */
export function drawMap(box: HTMLElement, { boundaries, centre, point, region, language, style, label, onPick }: Given): DrawnMap {
  const bounds = boundsOf(boundaries, region) ?? boundsOf(boundaries)
  const map = new GlMap({
    container: box,
    style: style ?? plainStyle(),
    ...begin(point, centre, bounds, style ? streetZoom : villageZoom),
    // A map that only shows must not catch the finger that scrolls the page; its buttons still zoom.
    interactive: Boolean(onPick),
    attributionControl: style ? { compact: true } : false,
    localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    locale: { 'Map.Title': label },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.on('load', () => addBoundaries(map, boundaries, language))

  const pin = new Marker({ element: pinElement(Boolean(onPick)), anchor: 'bottom', draggable: Boolean(onPick) })
  const told = ({ lng, lat }: { lng: number; lat: number }) => onPick?.({ lon: rounded(lng), lat: rounded(lat) })
  if (onPick) map.on('click', ({ lngLat }) => told(lngLat))
  pin.on('dragend', () => told(pin.getLngLat()))

  const show = (at: Point | null) => {
    if (at) pin.setLngLat([at.lon, at.lat]).addTo(map)
    else pin.remove()
  }
  show(point)
  return { point: show, remove: () => map.remove() }
}

/** Six digits are a tenth of a metre: more would only pretend. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function begin(point: Point | null, centre: Point | null, bounds: [number, number, number, number] | null, zoom: number) {
  if (point) return { center: [point.lon, point.lat] as [number, number], zoom }
  if (bounds) return { bounds: new LngLatBounds(bounds), fitBoundsOptions: { padding: 24 } }
  return centre ? { center: [centre.lon, centre.lat] as [number, number], zoom: 11 } : {}
}

const plainStyle = (): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': token('--sunk') } }],
})

function addBoundaries(map: GlMap, boundaries: Boundaries, language: Language) {
  const hasGround = map.getStyle().layers.length > 1
  map.addSource('boundaries', { type: 'geojson', data: boundaries as FeatureCollection })
  map.addSource('names', { type: 'geojson', data: namePoints(boundaries, language) })
  map.addLayer({
    id: 'areas', type: 'fill', source: 'boundaries', filter: ['==', ['get', 'level'], town],
    paint: { 'fill-color': token('--raised'), 'fill-opacity': hasGround ? 0 : 1 },
  })
  map.addLayer({
    id: 'lines', type: 'line', source: 'boundaries',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['case', ['<=', ['get', 'level'], town], token('--green'), token('--rule-strong')],
      'line-width': ['interpolate', ['linear'], ['zoom'], 9, ['case', ['<=', ['get', 'level'], town], 1, 0.4], 15, ['case', ['<=', ['get', 'level'], town], 2.5, 1.2]],
      'line-opacity': ['case', ['<=', ['get', 'level'], town], 0.8, 0.7],
    },
  })
  const named = (id: string, level: number, size: number, zooms: { minzoom?: number; maxzoom?: number }) =>
    map.addLayer({
      id, type: 'symbol', source: 'names', filter: ['==', ['get', 'level'], level], ...zooms,
      layout: { 'text-field': ['get', 'label'], 'text-size': size, 'text-max-width': 8, 'text-padding': 4 },
      paint: { 'text-color': token('--ink'), 'text-halo-color': token('--raised'), 'text-halo-width': 1.5 },
    })
  named('town-names', town, 16, { maxzoom: 12.5 })
  named('village-names', town + 1, 14, { minzoom: 11.5 })
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function pinElement(isMovable: boolean) {
  const pin = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  pin.setAttribute('viewBox', '0 0 40 50')
  pin.setAttribute('class', isMovable ? 'place-pin movable' : 'place-pin')
  pin.setAttribute('aria-hidden', 'true')
  const part = (name: string, attributes: Record<string, string>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    pin.append(made)
  }
  part('path', { d: 'M20 49C31 36.500 37 27 37 18.500A17 17 0 0 0 3 18.500C3 27 9 36.500 20 49Z', fill: 'currentColor', stroke: '#ffffff', 'stroke-width': '2' })
  part('circle', { cx: '20', cy: '18.500', r: '6.500', fill: '#ffffff' })
  // The marker is moved by its own style, so the drawing stands in a box.
  const box = document.createElement('div')
  box.append(pin)
  return box
}
