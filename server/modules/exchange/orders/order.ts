/** So many orders may be sent at once. */
export const ordersMax = 100

/** The orders of a body: one object, or a list of them; undefined where it is neither. */
export function ordersIn(body: unknown): object[] | undefined {
  const all: unknown[] = Array.isArray(body) ? body : [body]
  return all.every(isObject) ? (all as object[]) : undefined
}

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one)
