import type { Protected } from '../cases/reply.ts'

/** Words from which personal values were taken, and how many. */
export interface Masked {
  words: string
  masked: number
}

const stand = { name: '【姓名】', phone: '【电话】', address: '【地址】', number: '【号码】' }

// Identity numbers, mobile numbers also in groups, landlines, bank cards, licence plates, e-mail addresses.
const looksPersonal = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\d{17}[\dXx]|(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|\d{13,19})(?!\d)|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/g
// How people write who they are and where: "我叫王秀兰", "3 幢 501".
const saysOwnName = /(?<=我叫|我是|本人|联系人[:：]?\s?|姓名[:：]?\s?)[\p{Script=Han}]{2,3}(?=[，,。；;\s]|$)/gu
const saysDoor = /\d+\s?(?:号|幢|栋|座|号楼|单元)(?:\s?\d+\s?(?:号|幢|栋|座|号楼|单元|室|房))*\s?\d{0,4}\s?(?:室|房|户)?/g

/**
 * Takes out what is known of the people in the case, and what looks like somebody's number, name or door. More than must
 * be is taken rather than less: a draft without a house number is still a draft.
 */
export function maskedWords(words: string, known: readonly Protected[]): Masked {
  let masked = 0
  const put = (text: string, what: string | RegExp, mark: string) => text.replaceAll(what, () => (masked++, mark))
  let text = words
  for (const { name, phone, address } of known) {
    if (phone) text = put(text, phone, stand.phone)
    if (address) text = put(text, address, stand.address)
    if (name && name.length > 1) text = put(text, name, stand.name)
  }
  text = put(text, looksPersonal, stand.number)
  text = put(text, saysOwnName, stand.name)
  text = put(text, saysDoor, stand.address)
  return { words: text, masked }
}
