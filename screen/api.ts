import { paths, type OperationId } from '#contract/paths.ts'
import type { Operations } from '#contract/index.ts'
import type { Problem } from '#contract/wire.ts'
import { takeHeadStart } from './head-start.ts'

export type App = 'resident' | 'office'

type Sent<Id extends OperationId> = {
  params?: Operations[Id]['params']
  query?: Operations[Id]['query']
  body?: Operations[Id]['body']
  /** The new row's id: a retried send with the same key makes no second row. */
  key?: string
  /** The version that the act was decided on (If-Match). */
  version?: number
  signal?: AbortSignal
}

/** The server said no. `problem.code` is a key of the words (`refusals.<code>`). */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** No answer came: offline, or the network broke. Nothing is known of what the server did; send again with the same key. */
export class Unreachable extends Error {}

/** A phone with one bar of signal needs long for a picture, but not for ever. */
const photoTimeoutMs = 120_000

let app: App = 'resident'
let language: 'zh' | 'en' = 'zh'

/** Says once, at start, which app calls and in which language refusals come back. */
export function callAs(as: { app?: App; language?: 'zh' | 'en' }) {
  app = as.app ?? app
  language = as.language ?? language
}

/**
 * Calls one operation of the contract.
 * @throws Refused where the server says no, Unreachable where it does not answer.
 */
export async function call<Id extends OperationId>(id: Id, sent: Sent<Id> = {}): Promise<Operations[Id]['reply']> {
  const { method, url } = address(id, sent.params, sent.query)
  const headers: Record<string, string> = { 'gongzhi-app': app, 'accept-language': language }
  if (sent.body) headers['content-type'] = 'application/json'
  if (sent.key) headers['idempotency-key'] = sent.key
  if (sent.version !== undefined) headers['if-match'] = `"${sent.version}"`
  const body = sent.body ? JSON.stringify(sent.body) : undefined
  return answer(await reach(url, { method, headers, body, signal: sent.signal }))
}

/**
 * Fetches a file that an operation makes, with the name that it bears.
 * @throws as call() does
 */
export async function download<Id extends OperationId>(id: Id, sent: Pick<Sent<Id>, 'params' | 'query'>): Promise<{ blob: Blob; name: string }> {
  const { method, url } = address(id, sent.params, sent.query)
  const response = await reach(url, { method, headers: { 'gongzhi-app': app, 'accept-language': language } })
  if (!response.ok) return answer(response)
  const [, name = id] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { blob: await response.blob(), name: decodeURIComponent(name) }
}

/**
 * Uploads one picture; `key` becomes the photo's id.
 * @param progress is told how much is gone, from 0 to 1. Only XMLHttpRequest can say it.
 */
export async function sendPhoto(
  county: number, picture: Blob, key: string, progress?: (share: number) => void,
): Promise<Operations['uploadPhoto']['reply']> {
  const { method, url } = address('uploadPhoto', { county })
  const form = new FormData()
  form.append('photo', picture, 'photo')
  const headers = { 'gongzhi-app': app, 'accept-language': language, 'idempotency-key': key }
  return answer(await reachWithProgress(method, url, headers, form, progress))
}

/**
 * Uploads one part of a file that an import takes in; sent again it takes the place of the one before.
 * @param progress is told how much of the part is gone, from 0 to 1
 */
export async function sendImportPart(
  params: Operations['sendImportPart']['params'], part: Blob, progress?: (share: number) => void,
): Promise<Operations['sendImportPart']['reply']> {
  const { method, url } = address('sendImportPart', params)
  const form = new FormData()
  form.append('part', part, 'part')
  const headers = { 'gongzhi-app': app, 'accept-language': language }
  return answer(await reachWithProgress(method, url, headers, form, progress))
}

/** The address of a picture or stream, for `src`. */
export const addressOf = <Id extends OperationId>(id: Id, params?: Operations[Id]['params'], query?: Operations[Id]['query']) =>
  address(id, params, query).url

function address(id: OperationId, params?: object, query?: object) {
  const [method, path] = paths[id].split(' ') as [string, string]
  const given = (params ?? {}) as Record<string, string | number>
  const filled = path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(String(given[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
  const asked = search.toString()
  return { method, url: `/api/v1${filled}${asked && `?${asked}`}` }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await ((init.method === 'GET' && takeHeadStart(url)) || fetch(url, { ...init, credentials: 'same-origin' }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable('unreachable', { cause: error })
  }
}

function reachWithProgress(method: string, url: string, headers: Record<string, string>, body: FormData, progress?: (share: number) => void) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const type = request.getResponseHeader('content-type') ?? ''
      resolve(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }))
    })
    request.addEventListener('error', () => reject(new Unreachable('unreachable')))
    request.addEventListener('timeout', () => reject(new Unreachable('unreachable')))
    request.timeout = photoTimeoutMs
    request.send(body)
  })
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (!isProblem) throw new Unreachable(`status ${response.status}`)
  throw new Refused((await response.json()) as Problem)
}
