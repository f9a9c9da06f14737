import type { Model } from './model.ts'

/** A model as one row keeps it: words as JSON before its length, then numbers. Weights take a byte each. */
interface Head {
  labels: readonly string[]
  grams: string[]
  sharpness: number
  examples: number
  right: number
}

const bytesPerNumber = 4

export function packed(model: Model): Uint8Array {
  const { labels, vocabulary, planes, sharpness, examples, right } = model
  const head: Head = { labels, grams: [...vocabulary.ids.keys()], sharpness, examples, right }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const grams = vocabulary.rarity.length
  const bytes = new Uint8Array(bytesPerNumber + text.length + bytesPerNumber * (grams + 2 * planes.length) + grams * planes.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, text.length)
  bytes.set(text, bytesPerNumber)
  let at = bytesPerNumber + text.length
  const put = (value: number) => {
    view.setFloat32(at, value)
    at += bytesPerNumber
  }
  vocabulary.rarity.forEach(put)
  for (const plane of planes) {
    const step = stepOf(plane)
    put(step)
    put(plane[grams]!)
    for (let i = 0; i < grams; i++) view.setInt8(at++, Math.round(plane[i]! / step))
  }
  return bytes
}

/** The heaviest weight is 127 steps from nought. */
const stepOf = (plane: Float32Array) => plane.subarray(0, -1).reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127

export function unpacked(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = bytesPerNumber + view.getUint32(0)
  const { grams, ...head }: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(bytesPerNumber, at)))
  const take = () => {
    at += bytesPerNumber
    return view.getFloat32(at - bytesPerNumber)
  }
  const rarity = Float32Array.from(grams, take)
  const planes = head.labels.map(() => {
    const [step, distance] = [take(), take()]
    const plane = new Float32Array(grams.length + 1)
    for (let i = 0; i < grams.length; i++) plane[i] = view.getInt8(at++) * step
    plane[grams.length] = distance
    return plane
  })
  return { ...head, vocabulary: { ids: new Map(grams.map((gram, i) => [gram, i])), rarity }, planes }
}
