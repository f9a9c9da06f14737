import { metresBetween } from '#server/modules/casework/advice/likeness.ts'

interface Placed { lon: number; lat: number; category: string; at: number }

const perDegree = 500

/** Finds what lies near, by squares of some two hundred metres. */
export function nearBy<T extends Placed>(all: readonly T[]): (around: T, metres: number) => T[] {
  const squares = Map.groupBy(all, ({ lon, lat }) => keyOf(Math.floor(lon * perDegree), Math.floor(lat * perDegree)))
  return (around, metres) => {
    const [x, y] = [Math.floor(around.lon * perDegree), Math.floor(around.lat * perDegree)]
    const found: T[] = []
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        found.push(...(squares.get(keyOf(x + dx, y + dy)) ?? []).filter((one) => one !== around && metresBetween(around, one)! <= metres))
      }
    }
    return found
  }
}

const keyOf = (x: number, y: number) => `${x} ${y}`
