import { AwsClient } from 'aws4fetch'
import { setTimeout as sleep } from 'node:timers/promises'
import { keyOf, type Store } from './store.ts'
import { digestOf } from './vault.ts'

export interface S3 {
  /** e.g. https://s3.example.cn, or http://10.0.0.7:9000 for a store in the house. The bucket comes in the path. */
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

const answerWithinMs = 15_000
const triesMax = 4
const retryAfterMs = 100

/** Pictures in any store that speaks S3. Every request is signed (SigV4), its bytes included. */
export function s3Store({ endpoint, bucket, region, accessKey, secretKey }: S3): Store {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 0 })

  async function ask(method: 'PUT' | 'GET' | 'DELETE', key: string, bytes?: Buffer): Promise<Response> {
    const url = `${endpoint}/${bucket}/${keyOf(key)}`
    const headers = { 'x-amz-content-sha256': digestOf(bytes ?? '').toString('hex') }
    const body = bytes && new Uint8Array(bytes)
    const answer = await patiently(() => client.fetch(url, { method, headers, body, signal: AbortSignal.timeout(answerWithinMs) }))
    if (answer.ok || (answer.status === 404 && (await codeOf(answer)) !== 'NoSuchBucket')) return answer
    throw new Error(`the store answered ${answer.status} to ${method}`)
  }

  return {
    async put(key, bytes) {
      const answer = await ask('PUT', key, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the store answered ${answer.status} to PUT`)
    },
    async get(key) {
      const answer = await ask('GET', key)
      if (answer.ok) return Buffer.from(await answer.arrayBuffer())
      await answer.body?.cancel()
      return undefined
    },
    async remove(key) {
      await (await ask('DELETE', key)).body?.cancel()
    },
  }
}

/** Every request here may be sent twice. What the store can't do now, and a line that broke, is tried again. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tried = 1; ; tried++) {
    const answer = await ask().catch((error: unknown) => {
      if (tried === triesMax) throw error
    })
    if (answer && (tried === triesMax || (answer.status < 500 && answer.status !== 429))) return answer
    await answer?.body?.cancel()
    await sleep(Math.random() * retryAfterMs * 2 ** tried)
  }
}

/** S3's own word for what is wrong. Read from a copy, so that the answer can still be read. */
async function codeOf(answer: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await answer.clone().text())?.[1]
}
