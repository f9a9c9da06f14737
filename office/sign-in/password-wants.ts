/** What a password must be; the server decides in the end. */
export const wants = ['long', 'varied', 'ownWords'] as const
export type Want = (typeof wants)[number]

const lengthMin = 12

/** What a password still lacks. Length counts most: a sentence is better than symbols. */
export function passwordWants(password: string, login: string): Want[] {
  const lacks: Record<Want, boolean> = {
    long: [...password].length < lengthMin,
    varied: new Set(password).size < 6,
    ownWords:
      password === '' ||
      password.toLowerCase().includes(login.toLowerCase()) ||
      /^(.+?)\1+$/.test(password) ||
      isRun(password),
  }
  return wants.filter((want) => lacks[want])
}

/** Characters one after another, such as 123456789012 or abcdefghijkl. */
function isRun(password: string) {
  const codes = [...password].map((character) => character.codePointAt(0)!)
  const steps = codes.slice(1).map((code, at) => code - codes[at]!)
  return steps.filter((step) => step === 1 || step === -1).length > steps.length * 0.7
}
