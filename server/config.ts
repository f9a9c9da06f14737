import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** All settings, read from the environment once. No other file of the server reads it. */
export interface Config {
  host: string
  port: number
  /** Where the product is reached from outside, e.g. https://gongzhi.example.gov.cn */
  publicUrl: string
  dataDir: string
  /** Undefined: the embedded database in dataDir. */
  databaseUrl: string | undefined
  databaseConnectionsMax: number
  databasePrepare: boolean
  demo: boolean
  secret: Buffer
  zone: string
  sms: { url: string; key: string } | undefined
  /** OpenID Connect sign-in of staff. `claim` is the one that equals a login here. */
  oidc: { issuer: string; clientId: string; clientSecret: string; scope: string; claim: string; name: { zh: string; en: string } } | undefined
  s3: { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string } | undefined
  /** Hosts to which hooks may be sent by plain HTTP or on a private address, e.g. 10.1.2.3:8080. */
  hookHosts: readonly string[]
  /** Whether the worker learns from closed cases what to suggest. */
  learns: boolean
  /** A model behind an OpenAI-compatible address that drafts for staff. Undefined: off. */
  drafting: { url: string; key: string; model: string } | undefined
  mapStyle: string | undefined
  logLevel: string
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustProxy: string | undefined
  /** Only in tests: the clock may be set through the API. */
  testClock: boolean
}

/** @throws Error with a sentence for the operator, where a setting is missing or makes no sense */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = env.DATABASE_URL || undefined
  const dataDir = resolve(env.DATA_DIR || 'data')
  const demo = env.DEMO ? env.DEMO === '1' : !databaseUrl
  const port = wholeNumber('PORT', env.PORT, 4210)
  const host = env.HOST || '127.0.0.1'
  const config: Config = {
    host,
    port,
    publicUrl: (env.PUBLIC_URL || `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(/\/$/, ''),
    dataDir,
    databaseUrl,
    databaseConnectionsMax: wholeNumber('DATABASE_CONNECTIONS', env.DATABASE_CONNECTIONS, 16),
    databasePrepare: env.DATABASE_PREPARE !== 'off',
    demo,
    secret: secretOf(env.SECRET, demo, dataDir),
    zone: zoneOf(env.ZONE || 'Asia/Shanghai'),
    sms: env.SMS_URL ? { url: env.SMS_URL, key: env.SMS_KEY ?? '' } : undefined,
    oidc: oidcOf(env),
    s3: s3Of(env),
    hookHosts: (env.HOOK_HOSTS ?? '').split(',').map((one) => one.trim()).filter(Boolean),
    learns: env.LEARNING !== 'off',
    drafting: env.DRAFTING_URL ? { url: env.DRAFTING_URL.replace(/\/$/, ''), key: env.DRAFTING_KEY ?? '', model: env.DRAFTING_MODEL ?? '' } : undefined,
    mapStyle: env.MAP_STYLE || undefined,
    logLevel: env.LOG_LEVEL || (demo ? 'warn' : 'info'),
    trustProxy: env.TRUST_PROXY || undefined,
    testClock: env.TEST_CLOCK === '1',
  }
  if (!demo && !config.sms) throw new Error('SMS_URL is not set: residents could not sign in. See docs/operate.md, "Short messages".')
  if (!demo && config.testClock) throw new Error('TEST_CLOCK is for tests only and cannot be set in production.')
  return Object.freeze(config)
}

/** The demo makes its own secret and keeps it beside the data; production must bring one. */
function secretOf(given: string | undefined, demo: boolean, dataDir: string): Buffer {
  if (given) {
    const secret = Buffer.from(given, 'base64')
    if (secret.length < 32) throw new Error('SECRET must be at least 32 bytes in base64, for example from: openssl rand -base64 32')
    return secret
  }
  if (!demo) throw new Error('SECRET is not set. Make one with `openssl rand -base64 32` and keep it safe: without it no personal field can be read.')
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  const value = given ? Number(given) : otherwise
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${given}".`)
  return value
}

function zoneOf(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new Error(`ZONE must be an IANA time zone such as Asia/Shanghai, not "${zone}".`)
  }
}

/** Over plain HTTP anybody on the way could sign in as anybody: that is for a provider on this very machine. */
function oidcOf(env: NodeJS.ProcessEnv): Config['oidc'] {
  if (!env.OIDC_ISSUER) return undefined
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter((name) => !env[name])
  if (needed.length > 0) throw new Error(`OIDC_ISSUER is set, but not ${needed.join(', ')}.`)
  const issuer = URL.canParse(env.OIDC_ISSUER) ? new URL(env.OIDC_ISSUER) : undefined
  const isHere = issuer && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname)
  if (issuer?.protocol !== 'https:' && !(issuer?.protocol === 'http:' && isHere)) throw new Error(`OIDC_ISSUER must be an https: address, not "${env.OIDC_ISSUER}".`)
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID!,
    clientSecret: env.OIDC_CLIENT_SECRET!,
    scope: env.OIDC_SCOPE || 'openid profile',
    claim: env.OIDC_CLAIM || 'preferred_username',
    name: { zh: env.OIDC_NAME || '统一身份认证', en: env.OIDC_NAME_EN || 'government account' },
  }
}

function s3Of(env: NodeJS.ProcessEnv): Config['s3'] {
  if (!env.S3_ENDPOINT) return undefined
  const needed = ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'].filter((name) => !env[name])
  if (needed.length > 0) throw new Error(`S3_ENDPOINT is set, but not ${needed.join(', ')}.`)
  return {
    endpoint: env.S3_ENDPOINT.replace(/\/$/, ''),
    bucket: env.S3_BUCKET!,
    region: env.S3_REGION || 'us-east-1',
    accessKey: env.S3_ACCESS_KEY!,
    secretKey: env.S3_SECRET_KEY!,
  }
}
