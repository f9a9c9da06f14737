import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const secret = { ownPhone: residents.li.phone, otherPhone: '13812345678', door: '8 号 1 幢 102' }
const words = `垃圾桶三天没有清运，气味很大。我住在梧桐里 ${secret.door}，可以打 ${secret.otherPhone} 找我。`
const complaint = '居委会三次没有回复我，态度也不好。'
const publicWords = '垃圾桶三天没有清运，气味很大。'

test('a phone is opened for a purpose and its owner sees who looked; a public matter shows only what was redacted', async ({ product: { url }, language, say, watch, openPhone, openDesk }) => {
  const [li, chen] = [await signInByApi(url, residents.li), await signInByApi(url, team.secretary)]
  const id = await report(li, { words, category: 'waste', visibility: 'public', place: { village: 101, address: `梧桐里 ${secret.door}` } })
  const { number } = await chen.ask('readCase', { params: { county, id } })
  const committee = await sitDownAgain(await openDesk(), say, url, chen)
  const { page } = committee

  await test.step('staff see the phone with stars, and say what for before they see it whole', async () => {
    await committee.open('intake', number)
    const phone = page.locator('.fact').filter({ hasText: say('office.case.people.phone') })
    await expect(phone).toContainText('139****0002')
    await expect(page.getByRole('article')).not.toContainText(secret.ownPhone)
    await phone.getByRole('button', { name: say('office.opening.open', { label: say('office.case.people.phone') }) }).click()
    await phone.getByRole('radio', { name: say('personal.openingPurposes.contact') }).check()
    await takePicture(page, language, '31-why-open-it')
    await phone.getByRole('button', { name: say('office.opening.show') }).click()
    await expect(phone).toContainText(secret.ownPhone)
  })

  const owner = await lendSession(await openPhone(), url, li)
  await test.step('the resident sees who looked, at what, when, and why', async () => {
    await owner.goto('/me')
    await owner.getByRole('link', { name: say('resident.record.title') }).tap()
    const opened = owner.getByRole('region', { name: say('resident.record.openings') })
    await expect(opened).toContainText(say('resident.record.opened', { body: bodies.wutong[language], field: say('personal.person.phone') }))
    await expect(opened).toContainText(say('personal.openingPurposes.contact'))
    await expect(opened).toContainText(number)
    await takePicture(owner, language, '32-who-looked')
  })

  await test.step('the committee makes it public, and leaves out what nobody else needs', async () => {
    await committee.begin('accept')
    await committee.send('accept')
    await committee.done('accept')
    await committee.begin('publish')
    const shown = committee.field('office.acts.publish.words')
    await expect(shown).toHaveValue(words)
    await shown.fill(publicWords)
    await takePicture(page, language, '33-what-becomes-public')
    await committee.send('publish')
    await committee.done('publish')
  })

  await test.step('another resident, and somebody whom nobody knows, read the redacted words and nothing else', async () => {
    const zhang = await lendSession(await openPhone(), url, await signInByApi(url, residents.zhang))
    const stranger = await openPhone()
    for (const reader of [zhang, stranger]) {
      await reader.goto('/matters?see=public&near=county')
      await reader.getByRole('link', { name: publicWords.replace(/。$/, '') }).tap()
      await expect(reader.locator('.matter-words')).toHaveText(publicWords)
      for (const hidden of [...Object.values(secret), residents.li.zh]) await expect(reader.locator('body')).not.toContainText(hidden)
    }
    await takePicture(stranger, language, '34-public-matter')
  })

  await test.step('and so does the answer that the phone is given, whatever the screen shows of it', async () => {
    const zhang = await signInByApi(url, residents.zhang)
    const answers = JSON.stringify([await zhang.ask('readMatter', { params: { county, id } }), await zhang.ask('listPublicMatters', { params: { county } })])
    for (const hidden of [...Object.values(secret), residents.li.zh, residents.li.person]) expect(answers).not.toContain(hidden)
  })

  await test.step('the resident covers the number and the door in their own words; the desk sees bars, and opens what stood there for a purpose', async () => {
    await owner.goto(`/matters/${county}/${id}`)
    await owner.getByRole('button', { name: say('resident.matter.cover') }).tap()
    await expect(owner.getByRole('button', { name: secret.otherPhone, pressed: true })).toBeVisible()
    await owner.getByRole('button', { name: '102', exact: true }).tap()
    await takePicture(owner, language, '35-cover-words', { whole: true })
    await owner.getByRole('button', { name: say('resident.matter.coverSend', { count: 2 }) }).tap()
    await expect(owner.locator('.matter-words')).toContainText('███████████')
    await expect(owner.locator('.matter-words')).not.toContainText('102')
    await page.reload()
    await expect(page.locator('.appeal-words')).toContainText('███████████')
    await expect(page.getByRole('article')).not.toContainText(secret.otherPhone)
    const original = page.locator('.fact').filter({ hasText: say('office.case.people.original') })
    await original.getByRole('button', { name: say('office.opening.open', { label: say('office.case.people.original') }) }).click()
    await original.getByRole('radio', { name: say('personal.openingPurposes.verify') }).check()
    await original.getByRole('button', { name: say('office.opening.show') }).click()
    await expect(original).toContainText(words)
    await takePicture(page, language, '36-covered-words')
  })

  await test.step('a complaint about the committee goes to the subdistrict; the committee is not shown who complains', async () => {
    await owner.goto('/report')
    await owner.getByRole('textbox', { name: say('resident.report.what') }).fill(complaint)
    await owner.getByText(say('resident.more.about')).tap()
    await owner.getByLabel(say('resident.more.aboutWhich')).selectOption({ label: bodies.wutong[language] })
    await takePicture(owner, language, '37-complain-about-office', { whole: true })
    await owner.getByRole('button', { name: say('resident.report.send') }).tap()
    await expect(owner.getByText(bodies.chunhui[language]).first()).toBeVisible()
    await committee.page.goto(`/office/${county}/cases`)
    await committee.page.getByRole('row').filter({ hasText: complaint.slice(0, 8) }).getByRole('link').click()
    await expect(page.getByRole('article')).toContainText(say('office.case.aboutMine'))
    await expect(page.locator('.fact').filter({ hasText: say('office.case.people.phone') })).toHaveCount(0)
    await takePicture(page, language, '38-complaint-seen-by-that-office')
  })

  await test.step('a committee that it is no business of does not find it at all', async () => {
    const dukou = await sitDownAgain(await openDesk(), say, url, await signInByApi(url, team.dukou))
    await dukou.page.getByRole('textbox', { name: say('office.search.label') }).fill(number)
    await dukou.page.keyboard.press('Enter')
    await expect(dukou.page.getByText(say('office.search.none', { number }))).toBeVisible()
    watch.expect('404 GET')
    await dukou.page.goto(`/office/${county}/cases/${id}`)
    await expect(dukou.page.getByText(say('refusals.not_found'))).toBeVisible()
  })
})
