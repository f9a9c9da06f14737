import { deflateSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/wire.ts'
import { county, residents, team } from '#server/demo/cast.ts'
import { operations } from '#server/house.ts'
import { httpOf } from '#server/kernel/http.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { s3Store } from '#server/kernel/s3-store.ts'
import { findActor } from '#server/modules/identity/find-actor.ts'
import { fakeS3 } from '#server/test/fake-s3.ts'
import { isoFile, png } from '#server/test/odd-pictures.ts'
import { photoForm } from '#server/test/photo-form.ts'
import { noise, openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let li: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  li = await town.signIn(residents.li)
})
afterAll(() => town.close())

const upload = (who: Caller, bytes: Uint8Array, key = uuidv7()) => who.call('uploadPhoto', { params: { county }, key, ...photoForm(bytes) })
const full = (id: string) => town.house.rooms.store.get(`photos/${county}/${id}/full.jpg`)
const thumb = (id: string) => town.house.rooms.store.get(`photos/${county}/${id}/thumb.jpg`)

/** A picture whose left half is red and whose right half is blue. */
const picture = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: { create: { width: Math.floor(width / 2), height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 }])

describe('POST /counties/:county/photos', { timeout: 60_000 }, () => {
  test('200: a photo is kept in two sizes, as JPEG', async () => {
    const { status, reply } = await upload(wang, await picture(3000, 1500).jpeg().toBuffer())
    expect([status, reply.width, reply.height]).toEqual([200, 2048, 1024])
    expect(await sharp(await full(reply.id)).metadata()).toMatchObject({ format: 'jpeg', width: 2048, height: 1024, space: 'srgb' })
    expect(await sharp(await thumb(reply.id)).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 200 })
  })

  test('200: a small photo is not blown up', async () => {
    const { reply } = await upload(wang, await picture(120, 80).jpeg().toBuffer())
    expect([reply.width, reply.height]).toEqual([120, 80])
    expect(await sharp(await thumb(reply.id)).metadata()).toMatchObject({ width: 120, height: 80 })
  })

  test.each(['png', 'webp', 'avif', 'gif'] as const)('200: %s is taken and becomes JPEG', async (format) => {
    const { status, reply } = await upload(wang, await picture(64, 48).toFormat(format).toBuffer())
    expect([status, reply.width, reply.height]).toEqual([200, 64, 48])
    expect(await sharp(await full(reply.id)).metadata()).toMatchObject({ format: 'jpeg', width: 64 })
  })

  test('200: of a moving GIF the first picture is kept', async () => {
    const frames = await Promise.all(['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 20, height: 10, channels: 3, background } }).png().toBuffer()))
    const { reply } = await upload(wang, await sharp(frames, { join: { animated: true } }).gif().toBuffer())
    expect([reply.width, reply.height]).toEqual([20, 10])
    const { dominant } = await sharp(await full(reply.id)).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.g + dominant.b).toBeLessThan(100)
  })

  test('200: what is seen through becomes white', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
    const { reply } = await upload(wang, clear)
    expect((await sharp(await full(reply.id)).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
  })

  test('200: the photo stands upright, and of place, time, device and profile nothing is left', async () => {
    const taken = await picture(400, 200)
      .withExif({
        IFD0: { Make: 'SecretPhone', Model: 'X100' },
        IFD2: { DateTimeOriginal: '2026:11:16 10:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 23/1 45/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 15/1 30/1' },
      })
      .withXmp('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><secret-xmp/></x:xmpmeta><?xpacket end="w"?>')
      .withIccProfile('p3')
      .withMetadata({ orientation: 6 })
      .jpeg().toBuffer()
    const before = await sharp(taken).metadata()
    expect([before.orientation, Boolean(before.exif), Boolean(before.xmp), Boolean(before.icc)]).toEqual([6, true, true, true])
    expect(taken.includes('SecretPhone') && taken.includes(gpsTag)).toBe(true)

    const { reply } = await upload(wang, taken)
    expect([reply.width, reply.height]).toEqual([200, 400])
    for (const kept of [await full(reply.id), await thumb(reply.id)]) {
      const { orientation, exif, xmp, icc, iptc } = await sharp(kept).metadata()
      expect({ orientation, exif, xmp, icc, iptc }).toEqual({})
      for (const trace of ['SecretPhone', 'X100', '2026:11:16', 'secret-xmp', 'Exif', 'http', 'ICC_PROFILE']) expect(kept!.includes(trace)).toBe(false)
    }
    // Turned to the right, the red left half is above.
    const { data } = await sharp(await full(reply.id)).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]!).toBeGreaterThan(200)
    expect(data.at(-1)!).toBeGreaterThan(200)
  })

  test('200: a retried send is answered as the first time, and there is one photo', async () => {
    const key = uuidv7()
    const bytes = await picture(500, 300).jpeg().toBuffer()
    const first = await upload(wang, bytes, key)
    const again = await upload(wang, bytes, key.toUpperCase())
    expect([again.status, again.reply]).toEqual([200, first.reply])
    expect(await town.house.rooms.db.query(sql`select id from photos where id = ${key}::uuid`)).toHaveLength(1)
  })

  test('200: the same send twice at once makes one photo', async () => {
    const key = uuidv7()
    const bytes = await picture(900, 700).jpeg().toBuffer()
    const both = await Promise.all([upload(wang, bytes, key), upload(wang, bytes, key)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]!.reply).toEqual(both[1]!.reply)
  })

  test('200: what broke before the pictures were stored is completed by the retried send', async () => {
    const s3 = await fakeS3()
    const rooms = { ...town.house.rooms, store: s3Store(s3) }
    const app = await httpOf(rooms, operations, (kind, token) => findActor(rooms, kind, token))
    const key = uuidv7()
    const { body, headers } = photoForm(await picture(300, 200).jpeg().toBuffer())
    const send = (url: string) => app.inject({
      method: 'POST', url, payload: body, headers: { ...headers, 'gongzhi-app': 'resident', cookie: wang.cookie, 'idempotency-key': key },
    })
    try {
      s3.fail(...Array.from({ length: 8 }, () => 500 as const))
      expect((await send(`/api/v1/counties/${county}/photos`)).json().code).toBe('fault')
      expect((await wang.call('readPhoto', { params: { county, id: key } })).status).toBe(404)
      expect((await send(`/api/v1/counties/${county}/photos`)).json()).toEqual({ id: key, width: 300, height: 200 })
      expect([...s3.objects.keys()].toSorted()).toEqual([`photos/${county}/${key}/full.jpg`, `photos/${county}/${key}/thumb.jpg`])
    } finally {
      await app.close()
      await s3.close()
    }
  })

  test('200: a burst of photos is worked off', async () => {
    const bytes = await picture(1200, 900).jpeg().toBuffer()
    const burst = await Promise.all(Array.from({ length: 16 }, () => upload(wang, bytes)))
    expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([200]))
  })

  test('400 key_missing: without an Idempotency-Key', async () => {
    const { status, problem } = await wang.call('uploadPhoto', { params: { county }, ...photoForm(await picture().jpeg().toBuffer()) })
    expect([status, problem.code]).toEqual([400, 'key_missing'])
  })

  test('400 bad_input: a form that breaks off', async () => {
    const { body, headers } = photoForm(await picture().jpeg().toBuffer())
    const { status, problem } = await wang.call('uploadPhoto', { params: { county }, key: uuidv7(), headers, body: body.subarray(0, 300) })
    expect([status, problem.code]).toEqual([400, 'bad_input'])
  })

  test('401 sign_in_first: nobody may fill the store without signing in', async () => {
    const { status, problem } = await upload(town.nobody, await picture().jpeg().toBuffer())
    expect([status, problem.code]).toEqual([401, 'sign_in_first'])
  })

  test('409 key_used_otherwise: the same key with other bytes, or by another person', async () => {
    const key = uuidv7()
    const bytes = await picture(100, 100).jpeg().toBuffer()
    await upload(wang, bytes, key)
    const before = await full(key)
    const other = await upload(wang, await picture(90, 90).jpeg().toBuffer(), key)
    expect([other.status, other.problem.code]).toEqual([409, 'key_used_otherwise'])
    expect((await upload(li, bytes, key)).problem.code).toBe('key_used_otherwise')
    expect(await full(key)).toEqual(before)
  })

  test('413 photo.too_large: more than 20 MB', async () => {
    const { status, problem } = await upload(wang, Buffer.alloc(20 * 1024 * 1024 + 1, 0xff))
    expect([status, problem.code]).toEqual([413, 'photo.too_large'])
  })

  test.each([20 * 1024 * 1024 + 1, 30 * 1024 * 1024])('413 photo.too_large: %i bytes that come bit by bit over a socket', async (length) => {
    await town.app.listen({ host: '127.0.0.1', port: 0 }).catch(() => {}) // listens already
    const { port } = town.app.server.address() as AddressInfo
    const form = new FormData()
    form.append('photo', new Blob([Buffer.concat([await picture().jpeg().toBuffer(), Buffer.alloc(length)]).subarray(0, length)]), 'photo')
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/counties/${county}/photos`, {
      method: 'POST', body: form, headers: { 'gongzhi-app': 'resident', cookie: wang.cookie, 'idempotency-key': uuidv7() },
    })
    expect([response.status, (await response.json() as Problem).code]).toEqual([413, 'photo.too_large'])
  })

  test('415 wrong_media_type: a body that is no form', async () => {
    const { status, problem } = await wang.call('uploadPhoto', { params: { county }, key: uuidv7(), body: { photo: 'a' } })
    expect([status, problem.code]).toEqual([415, 'wrong_media_type'])
  })

  test.each<[string, () => Promise<Uint8Array>]>([
    ['noise', async () => noise(5_000)],
    ['nothing', async () => Buffer.alloc(0)],
    ['a JPEG that was cut off', async () => (await picture().jpeg().toBuffer()).subarray(0, 1_000)],
    ['a PNG whose inside is noise', async () => png(400, 300, randomBytes(2_000))],
    ['an SVG, which can hold more than a picture', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')],
    ['a TIFF', () => picture(40, 40).tiff().toBuffer()],
    ['a text that says it is a GIF', async () => Buffer.from('GIF89a and nothing else')],
  ])('422 photo.not_a_picture: %s', async (_, make) => {
    const key = uuidv7()
    const { status, problem } = await upload(wang, await make(), key)
    expect([status, problem.code]).toEqual([422, 'photo.not_a_picture'])
    expect(await full(key)).toBeUndefined()
  })

  test('422 photo.not_a_picture: the file in another field', async () => {
    const { problem } = await wang.call('uploadPhoto', { params: { county }, key: uuidv7(), ...photoForm(await picture().jpeg().toBuffer(), 'file') })
    expect(problem.code).toBe('photo.not_a_picture')
  })

  test.each([['heic', ['mif1', 'heic']], ['mif1', ['mif1', 'heic', 'miaf']], ['heix', []]])(
    '422 photo.heic: a photo as iPhones write it (%s)', async (major, compatible) => {
      const { status, problem } = await upload(wang, isoFile(major, compatible))
      expect([status, problem.code]).toEqual([422, 'photo.heic'])
    },
  )

  test('422 photo.too_many_pixels: a small file that would unpack to 3.6 GB is refused by its head', async () => {
    const bomb = png(30_000, 30_000, deflateSync(Buffer.alloc(1_000)))
    const { status, problem } = await upload(wang, bomb)
    expect([status, problem.code]).toEqual([422, 'photo.too_many_pixels'])
  })

  test('200: forty million pixels are still taken', async () => {
    const { status, reply } = await upload(wang, await picture(8_000, 5_000).jpeg({ quality: 20 }).toBuffer())
    expect([status, reply.width, reply.height]).toEqual([200, 2048, 1280])
  })

  test('429 too_many_requests: nobody fills the store alone', async () => {
    const clerk = await town.signIn(team.clerk)
    for (let i = 0; i < 300; i++) await clerk.call('uploadPhoto', { params: { county }, key: uuidv7(), body: {} })
    const { status, problem, headers } = await upload(clerk, await picture(10, 10).jpeg().toBuffer())
    expect([status, problem.code]).toEqual([429, 'too_many_requests'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })
})

/** The tag by which an EXIF block points to where a photo was taken, in the byte order that sharp writes. */
const gpsTag = Buffer.from([0x25, 0x88])
