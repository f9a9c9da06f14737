import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { embeddedDatabase } from './database.ts'
import { fakeS3, type FakeS3 } from '#server/test/fake-s3.ts'
import { s3Store } from './s3-store.ts'
import { folderStore, type Store } from './store.ts'

let folder: string
let s3: FakeS3
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-store-'))
  s3 = await fakeS3()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await s3.close()
})

const bytes = Buffer.from([0, 255, 216, 13, 10, 1])
const key = 'photos/3/0192d2b0-0000-7000-8000-000000000001/full.jpg'

describe.each<[string, () => Store]>([
  ['a folder', () => folderStore(folder)],
  ['an S3 store', () => s3Store(s3)],
])('%s', (_, open) => {
  test('gives back the bytes that were put, the last ones where a key was put twice', async () => {
    const store = open()
    await store.put(key, Buffer.from('before'))
    await store.put(key, bytes)
    expect(await store.get(key)).toEqual(bytes)
  })

  test('keeps an empty file', async () => {
    const store = open()
    await store.put('photos/3/empty', Buffer.alloc(0))
    expect(await store.get('photos/3/empty')).toEqual(Buffer.alloc(0))
  })

  test('has nothing under a key that was never put, or was removed; removing twice is harmless', async () => {
    const store = open()
    expect(await store.get('photos/3/never/full.jpg')).toBeUndefined()
    await store.put(key, bytes)
    await store.remove(key)
    await store.remove(key)
    expect(await store.get(key)).toBeUndefined()
  })

  test.each(['../secret', 'photos/../../secret', '/etc/passwd', 'photos//3', 'photos/3/', 'photos/.hidden', 'photos/a b', 'photos/3?acl', ''])(
    'takes no key that leads elsewhere: %j', async (strange) => {
      const store = open()
      await expect(store.get(strange)).rejects.toThrow('not a key')
      await expect(store.put(strange, bytes)).rejects.toThrow('not a key')
      await expect(store.remove(strange)).rejects.toThrow('not a key')
    },
  )
})

test('a folder holds whole files only: nothing is left beside them', async () => {
  await folderStore(folder).put('photos/3/whole/full.jpg', bytes)
  expect(readdirSync(join(folder, 'photos/3/whole'))).toEqual(['full.jpg'])
})

test('the house keeps its pictures where the settings say', { timeout: 60_000 }, async () => {
  const settings = { S3_ENDPOINT: `${s3.endpoint}/`, S3_BUCKET: s3.bucket, S3_REGION: s3.region, S3_ACCESS_KEY: s3.accessKey, S3_SECRET_KEY: s3.secretKey }
  const db = await embeddedDatabase(undefined)
  for (const [env, isInS3] of [[settings, true], [{}, false]] as const) {
    const { rooms } = await openHouse(readConfig({ ...env, DATA_DIR: join(folder, 'house'), LOG_LEVEL: 'silent' }), { db })
    await rooms.store.put(`photos/3/${isInS3}/full.jpg`, bytes)
    expect(s3.objects.has(`photos/3/${isInS3}/full.jpg`)).toBe(isInS3)
  }
  await db.close()
  expect(readdirSync(join(folder, 'house/store/photos/3'))).toEqual(['false'])
})

describe('an S3 store', () => {
  test('is asked in path style, each request signed with its bytes', async () => {
    await s3Store(s3).put(key, bytes)
    expect(s3.objects.get(key)).toEqual(bytes)
    expect(s3.asked.at(-1)).toEqual({ method: 'PUT', path: `/pictures/${key}`, status: 200 })
  })

  test('that refuses the signature is an error that says no secret', async () => {
    const store = s3Store({ ...s3, secretKey: 'another' })
    await expect(store.put(key, bytes)).rejects.toThrow(/^the store answered 403 to PUT$/)
    await expect(store.get(key)).rejects.toThrow(/^the store answered 403 to GET$/)
  })

  test('without the bucket is an error, not an empty store', async () => {
    await expect(s3Store({ ...s3, bucket: 'gone' }).get(key)).rejects.toThrow('404')
  })

  test('that stumbles is asked again, also where the line broke', async () => {
    const store = s3Store(s3)
    s3.fail(503, 'break', 500)
    await store.put('photos/3/again/full.jpg', bytes)
    expect(s3.objects.get('photos/3/again/full.jpg')).toEqual(bytes)
    s3.fail('break')
    expect(await store.get('photos/3/again/full.jpg')).toEqual(bytes)
  })

  test('that stays broken is an error', async () => {
    s3.fail(500, 500, 500, 500)
    await expect(s3Store(s3).get(key)).rejects.toThrow('500')
    s3.fail('break', 'break', 'break', 'break')
    await expect(s3Store(s3).get(key)).rejects.toThrow('fetch failed')
  })
})
