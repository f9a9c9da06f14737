import { refusals, type RefusalCode } from '#contract/refusals.ts'
import type { Problem } from '#contract/wire.ts'
import en from '#words/en/refusals.ts'
import zh from '#words/zh/refusals.ts'
import { isAway } from './database.ts'
import { Refused, type RefusalDetail } from './refusal.ts'

const said = { zh, en } as const

/** The language of Accept-Language: English where it comes first, else Chinese. */
export function languageOf(accepted: string | undefined): 'zh' | 'en' {
  const first = /^\s*([a-z]{2})/i.exec(accepted ?? '')?.[1]?.toLowerCase()
  return first === 'en' ? 'en' : 'zh'
}

/** Any error as an RFC 9457 problem document in the asked language. What is not a refusal is a fault, unexplained. */
export function problemOf(error: Error, language: 'zh' | 'en', request: string): Problem {
  const { code, detail } = refusalOf(error)
  const sentence = said[language][code]
  return {
    type: `/problems/${code}`,
    title: sentence,
    status: refusals[code],
    detail: sentence,
    code,
    instance: `urn:uuid:${request}`,
    ...detail,
  }
}

interface Validation {
  instancePath: string
  keyword: string
  params: { missingProperty?: string; additionalProperty?: string }
}

/** PostgreSQL holds every character but U+0000 (SQLSTATE 22021 as text, 22P05 within JSON). No keyboard makes it. */
const notStorable: readonly string[] = ['22021', '22P05']

/** So soon may one try again when the database was away; it is back within seconds, or not at all. */
const awaySeconds = 2

function refusalOf(error: Error): { code: RefusalCode; detail: RefusalDetail } {
  if (error instanceof Refused) return error
  const { code, validation, statusCode } = error as Error & { code?: string; validation?: Validation[]; statusCode?: number }
  if (validation) return { code: 'bad_input', detail: { fields: validation.map(fieldOf) } }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return { code: 'too_large', detail: {} }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) return { code: 'wrong_media_type', detail: {} }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { code: 'bad_input', detail: {} }
  if (notStorable.includes(code ?? '')) return { code: 'bad_input', detail: {} }
  if (isAway(error)) return { code: 'busy', detail: { retryAfterSeconds: awaySeconds } }
  return { code: 'fault', detail: {} }
}

/** Where and in what way; never the value itself. */
function fieldOf({ instancePath, keyword, params }: Validation) {
  const name = params.missingProperty ?? params.additionalProperty
  return { path: name ? `${instancePath}/${name}` : instancePath, message: keyword }
}
