import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { photoForm } from '#server/test/photo-form.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let id: string
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  const bytes = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#336699' } }).jpeg().toBuffer()
  id = (await wang.ask('uploadPhoto', { params: { county }, key: uuidv7(), ...photoForm(bytes) })).id
})
afterAll(() => town.close())

describe('GET /counties/:county/photos/:id', () => {
  test('200: its owner sees it, whole or small, and no proxy keeps it', async () => {
    const { status, reply, headers } = await wang.call('readPhoto', { params: { county, id } })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg', 'content-disposition': 'inline', 'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^private, max-age=\d+/),
    })
    expect(await sharp(reply as Buffer).metadata()).toMatchObject({ format: 'jpeg', width: 1000, height: 500 })
    const small = await wang.ask('readPhoto', { params: { county, id: id.toUpperCase() }, query: { size: 'thumb' } })
    expect(await sharp(small as Buffer).metadata()).toMatchObject({ width: 400, height: 200 })
  })

  test('404: to anybody else, and elsewhere, there is no such photo', async () => {
    const li = await town.signIn(residents.li)
    expect((await li.call('readPhoto', { params: { county, id } })).problem.code).toBe('not_found')
    expect((await wang.call('readPhoto', { params: { county: county + 1, id } })).status).toBe(404)
    expect((await wang.call('readPhoto', { params: { county, id: uuidv7() } })).status).toBe(404)
  })

  test('401: nobody sees it without signing in', async () => {
    expect((await town.nobody.call('readPhoto', { params: { county, id } })).problem.code).toBe('sign_in_first')
  })

  test('400: an id or a size that is none', async () => {
    expect((await wang.call('readPhoto', { params: { county, id: 'one' } })).status).toBe(400)
    expect((await wang.call('readPhoto', { params: { county, id }, query: { size: 'huge' as 'full' } })).status).toBe(400)
    expect((await wang.call('readPhoto', { params: { county: 3_000_000_000, id } })).status).toBe(400)
  })
})
