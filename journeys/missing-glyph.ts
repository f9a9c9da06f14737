import type { Page } from '@playwright/test'

/**
 * Han characters on the page that no font draws: each stands there as an empty box, and a picture of it proves nothing.
 * A sample of each face that the page uses is drawn on a canvas and compared with what can't be drawn.
 */
export const findMissingGlyphs = (page: Page): Promise<string[]> => page.evaluate(missingGlyphs)

/** Runs in the browser, so it uses nothing from here. */
function missingGlyphs(): string[] {
  const samplePerFace = 16
  const side = 40
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  const draw = (character: string, face: string) => {
    pen.clearRect(0, 0, side, side)
    pen.font = face
    pen.textBaseline = 'top'
    pen.fillText(character, 4, 4)
    return pen.getImageData(0, 0, side, side).data.join()
  }

  const samples = new Map<string, Set<string>>()
  const take = (words: string, of: Element) => {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(of)
    const face = `${fontStyle} ${fontWeight} 28px ${fontFamily}`
    const sample = samples.get(face) ?? new Set()
    samples.set(face, sample)
    // Of the private use area nothing is ever drawn: whoever puts it on a page has lost a glyph.
    for (const character of words.match(/[\p{Script=Han}\uE000-\uF8FF]/gu) ?? []) if (sample.size < samplePerFace) sample.add(character)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { parentElement } = node
    if (parentElement?.checkVisibility()) take(node.nodeValue ?? '', parentElement)
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) take(`${field.value}${field.placeholder}`, field)

  const missing: string[] = []
  for (const [face, characters] of samples) {
    const blank = draw(' ', face)
    // No font has these two, so they are drawn as a box where anything is drawn at all.
    const boxes = ['\u{10FFFF}', '\uFFFF'].map((character) => draw(character, face))
    const seen = new Map<string, string>()
    for (const character of characters) {
      const drawn = draw(character, face)
      const twin = seen.get(drawn)
      if (drawn === blank || boxes.includes(drawn) || twin) missing.push(`${character} in ${face}`)
      seen.set(drawn, character)
    }
  }
  return missing
}
