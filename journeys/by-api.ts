import type { Page } from '@playwright/test'
import { paths } from '#contract/paths.ts'
import { county, demoPassword, type CastResident, type CastStaff } from '#server/demo/cast.ts'
import type { Caller } from '#server/test/town.ts'

/** Somebody of the cast with a session of their own, calling the API: what a story needs to have happened before it begins. */
export async function signInByApi(url: string, one: CastResident | CastStaff): Promise<Caller> {
  return 'login' in one ? await signInStaff(url, one) : await signInResident(url, one.phone)
}

/** Any number can sign in: in the demo the code comes back. */
export async function signInResident(url: string, phone: string): Promise<Caller> {
  const nobody = callerOn(url, 'resident', '')
  const { demoCode } = await nobody.ask('requestPhoneCode', { body: { phone } })
  const { version } = await nobody.ask('readPrivacyNotice')
  const { headers } = await nobody.call('signInByPhone', { body: { phone, code: demoCode, consent: version } })
  return callerOn(url, 'resident', sessionIn(headers))
}

async function signInStaff(url: string, { login }: CastStaff): Promise<Caller> {
  const nobody = callerOn(url, 'office', '')
  const { items } = await nobody.ask('listDemoAccounts')
  const secondFactor = items.find((account) => account.login === login)?.secondFactor
  const { headers } = await nobody.call('signInStaff', { body: { login, password: demoPassword, secondFactor } })
  return callerOn(url, 'office', sessionIn(headers))
}

/** Gives a caller's session to a browser, which is then signed in without having asked. */
export async function lendSession(page: Page, url: string, { cookie }: Caller): Promise<Page> {
  const [name, value] = cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
  return page
}

function callerOn(url: string, app: 'resident' | 'office', cookie: string): Caller {
  const call: Caller['call'] = async (id, { params, query, body, key, version, headers } = {}) => {
    const [method, path] = paths[id].split(' ') as [string, string]
    const given: Record<string, unknown> = { county, ...params }
    const filled = path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(String(given[name])))
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]))
    const isJson = body !== undefined && !(body instanceof Uint8Array)
    const response = await fetch(`${url}/api/v1${filled}?${search}`, {
      method,
      headers: {
        'gongzhi-app': app,
        ...(cookie && { cookie }),
        ...(isJson && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...headers,
      },
      body: isJson ? JSON.stringify(body) : (body as BodyInit | undefined),
    })
    const reply = await response.json()
    return { status: response.status, reply, problem: reply, headers: { 'set-cookie': response.headers.getSetCookie() } } as never
  }
  return {
    call,
    cookie,
    async ask(id, sent) {
      const { status, reply, problem } = await call(id, sent)
      if (status !== 200) throw new Error(`${id}: ${status} ${JSON.stringify(problem)}`)
      return reply
    },
  }
}

function sessionIn(headers: Record<string, unknown>): string {
  const [set] = headers['set-cookie'] as string[]
  if (!set) throw new Error('The sign-in gave no session')
  return set.split(';')[0]!
}
