import type { Bytes } from './inflate-bytes.ts'
import type { Encoding } from './encoding.ts'
import { rowCharactersMax } from './record.ts'

export interface Line {
  number: number
  text: string
  /** It is longer than any row may be; only its beginning is here. */
  isCut: boolean
}

/** The lines of a file without their ends, a long one cut: nothing that a file holds is kept beyond a row's size. */
export async function* linesOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding)
  let number = 1
  let text = ''
  let isCut = false
  const add = (piece: string) => {
    isCut ||= text.length + piece.length > rowCharactersMax
    if (text.length < rowCharactersMax) text += piece.slice(0, rowCharactersMax - text.length)
  }
  const taken = (): Line => {
    const line = { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, isCut }
    number += 1
    text = ''
    isCut = false
    return line
  }
  for await (const chunk of bytes) {
    const piece = decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      add(piece.slice(from, end))
      yield taken()
      from = end + 1
    }
    add(piece.slice(from))
  }
  add(decoder.decode())
  if (text) yield taken()
}
