declare global {
  interface Window {
    /** Answers that the page asked for before the app was there; see resident/head-start.js. */
    headStart?: { answers: Record<string, Promise<Response>>; at: number }
  }
}

/** Later than this the app asks anew. */
const freshMs = 15_000

/** The answer that was asked for before the app was there; each is taken once. Undefined where there is none. */
export function takeHeadStart(url: string): Promise<Response> | undefined {
  const { headStart } = window
  if (!headStart || Date.now() - headStart.at > freshMs) return undefined
  const answer = headStart.answers[url]
  delete headStart.answers[url]
  return answer
}
