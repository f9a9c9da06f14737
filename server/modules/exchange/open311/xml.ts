/** What XML is made of here: names with text, or with more of the same. Null and an empty list are empty elements. */
export type Node = string | number | boolean | null | { readonly [name: string]: Node | readonly Node[] }

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no sign for these; half of a pair of surrogates is no character at all. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const textOf = (text: string): string => text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => special[sign]!)

/** Writes a document. A list stands as one element for each of its members. @param attributes of the root */
export function xmlOf(root: string, content: Node | readonly Node[], attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementOf(root, content as Node, attributes && ` ${attributes}`)}\n`
}

function elementOf(name: string, content: Node, attributes = ''): string {
  if (content === null || content === '') return `<${name}${attributes}/>`
  if (typeof content !== 'object') return `<${name}${attributes}>${textOf(String(content))}</${name}>`
  const inside = Object.entries(content).flatMap(([child, value]) =>
    (isList(value) ? value.map((one) => elementOf(child, one)) : elementOf(child, value)))
  return `<${name}${attributes}>${inside.join('')}</${name}>`
}

const isList = (value: Node | readonly Node[]): value is readonly Node[] => Array.isArray(value)
