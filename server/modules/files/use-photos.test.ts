import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { ask } from '#server/kernel/question.ts'
import { heldOnPerson } from '#server/modules/identity/index.ts'
import { photoForm } from '#server/test/photo-form.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { photosOf, servePhoto, usePhotos } from './index.ts'

let town: Town
let wang: Caller
let li: Caller
let bytes: Buffer
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  li = await town.signIn(residents.li)
  bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } }).jpeg().toBuffer()
})
afterAll(() => town.close())

const upload = async (who: Caller) => (await who.ask('uploadPhoto', { params: { county }, key: uuidv7(), ...photoForm(bytes) })).id
const use = (ids: string[], usedFor: string, person = residents.wang.person) =>
  town.house.rooms.change(county, (tx) => usePhotos(tx, { county, ids, person, usedFor }))
const usedFor = async (id: string) =>
  (await town.house.rooms.db.query<{ used_for: string | null }>(sql`select used_for from photos where id = ${id}::uuid`))[0]?.used_for
const refusedWith = (code: string) => expect.objectContaining({ code })

describe('usePhotos', () => {
  test('binds photos to one thing; binding them to it again changes nothing', async () => {
    const [one, two, matter] = [await upload(wang), await upload(wang), uuidv7()]
    await use([one, two], matter)
    await use([two, one, two.toUpperCase()], matter)
    expect([await usedFor(one), await usedFor(two)]).toEqual([matter, matter])
  })

  test('refuses photo.used for a second thing, and then binds none of them', async () => {
    const [used, free] = [await upload(wang), await upload(wang)]
    await use([used], uuidv7())
    await expect(use([free, used], uuidv7())).rejects.toEqual(refusedWith('photo.used'))
    expect(await usedFor(free)).toBeNull()
  })

  test("refuses photo.not_yours: another's, and one that never was", async () => {
    const [own, others] = [await upload(wang), await upload(li)]
    await expect(use([own, others], uuidv7())).rejects.toEqual(refusedWith('photo.not_yours'))
    await expect(use([uuidv7()], uuidv7())).rejects.toEqual(refusedWith('photo.not_yours'))
    await use([others], uuidv7(), residents.li.person)
  })

  test('two things at once: one gets the photo, the other is refused', async () => {
    for (let round = 0; round < 10; round++) {
      const photo = await upload(wang)
      const matters = [uuidv7(), uuidv7(), uuidv7()]
      const tried = await Promise.allSettled(matters.map((matter) => use([photo], matter)))
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(tried.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(['photo.used', 'photo.used'])
    }
  })
})

describe('photosOf', () => {
  test('tells sizes in the order asked, and leaves out what is gone', async () => {
    const [one, two] = [await upload(wang), await upload(li)]
    const found = await photosOf(town.house.rooms.db, county, [two, uuidv7(), one])
    expect(found).toEqual([{ id: two, width: 60, height: 40 }, { id: one, width: 60, height: 40 }])
    expect(await photosOf(town.house.rooms.db, county, [])).toEqual([])
  })
})

describe('photos that were sent with nothing', () => {
  const isStored = async (id: string) => (await town.house.rooms.store.get(`photos/${county}/${id}/thumb.jpg`)) !== undefined

  test('are there for a week, then row and pictures are gone; what was used stays', async () => {
    const [unused, used] = [await upload(wang), await upload(wang)]
    await use([used], uuidv7())
    town.later({ days: 6, hours: 23 })
    await town.settle()
    expect([await isStored(unused), await usedFor(unused)]).toEqual([true, null])
    town.later({ hours: 2 })
    await town.settle()
    expect([await isStored(unused), await usedFor(unused)]).toEqual([false, undefined])
    expect(await isStored(used)).toBe(true)
    await expect(servePhoto(town.house.rooms, county, unused)).rejects.toEqual(refusedWith('not_found'))
    await expect(use([unused], uuidv7())).rejects.toEqual(refusedWith('photo.not_yours'))
  })
})

test('for the page of what is held on a person: how many photos, and the newest', async () => {
  const { answers, db } = town.house.rooms
  const held = async (person: string) => (await ask(answers, db, heldOnPerson, { person })).flat().filter(({ field }) => field === 'photo.picture')
  const zhang = await town.signIn(residents.zhang)
  expect(await held(residents.zhang.person)).toEqual([])
  await upload(zhang)
  town.later({ minutes: 1 })
  const newest = await upload(zhang)
  expect(await held(residents.zhang.person)).toEqual([{ field: 'photo.picture', count: 2, value: newest }])
})
