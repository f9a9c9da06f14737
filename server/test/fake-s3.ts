// A store that speaks S3 over a socket, as far as the product uses it, and checks every signature by itself.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export interface FakeS3 {
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
  /** What lies in the bucket. */
  objects: Map<string, Buffer>
  /** Requests so far, those that were refused too. */
  asked: { method: string; path: string; status: number }[]
  /** The next answers: an error of the store, or a line that breaks before the answer. */
  fail(...with_: (500 | 503 | 'break')[]): void
  close(): Promise<void>
}

type Answer = [status: number, code?: string, body?: Buffer]

/** Starts one on a free port. */
export async function fakeS3(): Promise<FakeS3> {
  const keys = { bucket: 'pictures', region: 'cn-east-7', accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
  const objects = new Map<string, Buffer>()
  const asked: FakeS3['asked'] = []
  const failures: (500 | 503 | 'break')[] = []

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const failure = failures.shift()
      if (failure === 'break') return request.socket.destroy()
      const [status, code, bytes] = failure ? ([failure, 'InternalError'] as Answer) : answer(request, body)
      asked.push({ method: request.method!, path: request.url!, status })
      const sent = bytes ?? (code ? Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`) : Buffer.alloc(0))
      response.writeHead(status, { 'content-type': code ? 'application/xml' : 'binary/octet-stream', 'content-length': sent.length })
      return response.end(sent)
    })
  })

  function answer(request: IncomingMessage, body: Buffer): Answer {
    const refused = whyNotSigned(request, body, keys)
    if (refused) return [403, refused]
    const path = new URL(request.url!, 'http://store').pathname
    const [, bucket, ...rest] = path.split('/')
    const key = decodeURIComponent(rest.join('/'))
    if (bucket !== keys.bucket) return [404, 'NoSuchBucket']
    if (request.method === 'PUT') {
      objects.set(key, body)
      return [200]
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return [204]
    }
    const object = objects.get(key)
    return object ? [200, undefined, object] : [404, 'NoSuchKey']
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...keys,
    objects,
    asked,
    fail: (...with_) => void failures.push(...with_),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const clockSkewMaxMs = 15 * 60_000

/** AWS Signature Version 4, from its description: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function whyNotSigned(request: IncomingMessage, body: Buffer, keys: { region: string; accessKey: string; secretKey: string }): string | undefined {
  const { headers } = request
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!form) return 'AccessDenied'
  const [, credential, signedHeaders, signature] = form as unknown as [string, string, string, string]
  const [accessKey, day, region, service, end] = credential.split('/')
  const date = String(headers['x-amz-date'])
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (accessKey !== keys.accessKey) return 'InvalidAccessKeyId'
  if (region !== keys.region || service !== 's3' || end !== 'aws4_request' || day !== date.slice(0, 8)) return 'AuthorizationHeaderMalformed'
  if (!(Math.abs(Date.now() - at) < clockSkewMaxMs)) return 'RequestTimeTooSkewed'
  const names = signedHeaders.split(';')
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.includes(name))) return 'AccessDenied'
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch'

  const { pathname, searchParams } = new URL(request.url!, 'http://store')
  const canonical = [
    request.method,
    pathname.split('/').map((part) => escaped(decodeURIComponent(part))).join('/'),
    [...searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).toSorted().join('&'),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    sha256(body),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${keys.secretKey}`, day!), region!))
  const expected = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n'))
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}

const escaped = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
