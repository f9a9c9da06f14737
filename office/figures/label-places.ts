/** Heights for labels that want to stand at given ones: each at least so far from the next, in the same order, within bounds. */
export function apart(wanted: readonly number[], distance: number, [least, most]: readonly [number, number]): number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b)
  const places = [...wanted]
  let above = least - distance
  for (const i of order) above = places[i] = Math.max(wanted[i]!, above + distance)
  let below = most + distance
  for (const i of order.toReversed()) below = places[i] = Math.min(places[i]!, below - distance)
  return places
}
