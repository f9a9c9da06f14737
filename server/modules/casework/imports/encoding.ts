export type Encoding = 'utf-8' | 'gb18030'

/** How well bytes read in an encoding: the share of characters beyond ASCII that are none. */
interface Trial {
  strange: number
  broken: number
}

const brokenShareMax = 0.1

/**
 * The encoding of a file, from its beginning. A few broken bytes are a matter of their rows; a file of which one character in
 * ten is broken is in another encoding.
 * @param stated what the mapping says
 * @returns the encoding; or what the bytes look like, where they are not what was said
 */
export function encodingOf(sample: Uint8Array, stated: Encoding | undefined): { encoding: Encoding } | { looksLike: Encoding | 'utf-16' | 'unknown' } {
  if (isUtf16(sample)) return { looksLike: 'utf-16' }
  const fits = (encoding: Encoding) => reads(trial(sample, encoding))
  // What reads as UTF-8 with characters beyond ASCII is UTF-8: other encodings do so by chance hardly ever.
  const isUtf8 = fits('utf-8')
  const looksLike = isUtf8 ? 'utf-8' : fits('gb18030') ? 'gb18030' : 'unknown'
  if (looksLike === 'unknown') return { looksLike }
  if (stated === undefined || stated === looksLike) return { encoding: looksLike }
  return trial(sample, 'utf-8').strange === 0 ? { encoding: stated } : { looksLike }
}

const reads = ({ strange, broken }: Trial) => broken <= strange * brokenShareMax

function trial(sample: Uint8Array, encoding: Encoding): Trial {
  // The sample may end inside a character: as a stream, that is no fault.
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  let [strange, broken] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) strange += 1
    // Private characters are how GB18030 shows pairs of bytes that mean nothing.
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code < 32 && code !== 9 && code !== 10 && code !== 13)) broken += 1
  }
  return { strange, broken }
}

function isUtf16(sample: Uint8Array): boolean {
  const [first, second] = sample
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const beginning = sample.subarray(0, 400)
  return beginning.length >= 4 && beginning.filter((byte) => byte === 0).length > beginning.length / 4
}
