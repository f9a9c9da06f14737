/** So many orders may be sent at once. */
export const ordersMax = 100

/** The orders of a body: one object, or a list of them; undefined where it is neither. */
export function ordersIn(body: unknown): object[] | undefined {
  const all: unknown[] = Array.isArray(body) ? body : [body]
  return all.every(isObject) ? (all as object[]) : undefined
}

/** How it came: its headers and its body. */
export interface Came {
  contentType: string
  header: (name: string) => string | undefined
  text: string
}

/**
 * What a webhook carries: the order itself, or a CloudEvent with the order as its data, one or a batch, or with its attributes as
 * headers. Undefined: no JSON, or no such event.
 */
export function ordersSent({ contentType, header, text }: Came): { body: unknown } | undefined {
  const kind = contentType.split(';')[0]!.trim().toLowerCase()
  const body = jsonOf(text)
  if (body === undefined) return undefined
  if (kind === 'application/cloudevents+json') return isEvent(body) ? { body: body.data } : undefined
  if (kind === 'application/cloudevents-batch+json') return Array.isArray(body) && body.every(isEvent) ? { body: body.map((event) => event.data) } : undefined
  const version = header('ce-specversion')
  return version === undefined || version === '1.0' ? { body } : undefined
}

const isEvent = (one: unknown): one is { data: unknown } => isObject(one) && 'specversion' in one && one.specversion === '1.0' && 'data' in one

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one)
