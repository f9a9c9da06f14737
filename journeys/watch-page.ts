import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test'

/** What went wrong behind a story's back. */
export interface Watch {
  faults: string[]
  /** From here on a fault that holds this text belongs to the story. */
  expect: (text: string) => void
  follow: (context: BrowserContext) => Promise<void>
}

/** Whoever has not signed in is told so when the app asks who they are: no fault, though the browser notes it. */
const nobodySignedIn = (status: number, url: string) => status === 401 && new URL(url).pathname === '/api/v1/me'

/** Collects every error of the console, every page that broke, every request that failed or was refused. */
export function watchPages(): Watch {
  const faults: string[] = []
  const expected: string[] = []
  const note = (fault: string) => {
    if (!expected.some((text) => fault.includes(text))) faults.push(fault)
  }
  const hear = (message: ConsoleMessage) => {
    // The browser's own line on a refused request says less than the answer itself, which is noted below.
    const isOnRequest = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isOnRequest) note(`console: ${message.text()}`)
  }
  const lost = (request: Request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left takes its requests with it.
    if (why !== 'net::ERR_ABORTED') note(`request: ${why} ${request.method()} ${request.url()}`)
  }
  const answered = (response: Response) => {
    if (response.status() < 400 || nobodySignedIn(response.status(), response.url())) return
    note(`answer: ${response.status()} ${response.request().method()} ${response.url()}`)
  }
  return {
    faults,
    expect: (text) => expected.push(text),
    async follow(context) {
      // A violation of the content policy is an error of the console too, but says there not always what was refused.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
          console.error(`content policy: ${violatedDirective} refused ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`)
        })
      })
      context.on('console', hear)
      context.on('weberror', (error) => note(`page: ${error.error().stack ?? error.error()}`))
      context.on('requestfailed', lost)
      context.on('response', answered)
    },
  }
}
