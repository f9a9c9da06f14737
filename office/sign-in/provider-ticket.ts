interface Waiting {
  ticket: string
  back?: string
}

const key = 'gongzhi.provider'

/** Kept for this tab only, while the browser is at the identity provider's. */
export const keepTicket = (waiting: Waiting) => sessionStorage.setItem(key, JSON.stringify(waiting))

/** What was kept; undefined where this tab asked nothing. */
export function findTicket(): Waiting | undefined {
  const kept = sessionStorage.getItem(key)
  return kept ? (JSON.parse(kept) as Waiting) : undefined
}

export const forgetTicket = () => sessionStorage.removeItem(key)
