/** Letters and digits that nobody takes for one another, read aloud or copied by hand. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Twelve signs out of thirty, in threes of four: 59 bits, which nobody guesses at twenty tries an hour. */
export function codeOf(bytes: Uint8Array): string {
  const text = Array.from(bytes.slice(0, length), (byte) => signs[byte % signs.length]).join('')
  return text.match(/.{4}/g)!.join('-')
}

/** The code as it was shown, however it was typed. */
export const codeTyped = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').match(/.{1,4}/g)?.join('-') ?? ''
