import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, report } from '#server/test/steps.ts'
import { deskAt, pick } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const told = {
  zh: { categories: '路灯', place: '人民路与和平街路口', road: '和平街人行道塌了一块，推车过不去。', lamp: '和平街整条街的路灯都灭了。', reason: '派驻指挥中心，代表本所接单', instruction: '今晚先恢复照明。' },
  en: { categories: 'Street lights', place: 'Renmin Road at Heping Street', road: 'A piece of the pavement in Heping Street has sunk; prams can’t pass.', lamp: 'Every lamp in Heping Street is out.', reason: 'Stationed at the centre, takes work for the office', instruction: 'Light the street again tonight.' },
}

test('an officer is stationed at the centre, put on duty, empowered within limits, given a case straight, and binds their body', async ({ product: { url }, language, say, openDesk, openPhone }) => {
  const tale = told[language]
  const [admin, xu, zheng, wang] = [await signInByApi(url, team.admin), await signInByApi(url, team.centre), await signInByApi(url, team.lampsHead), await signInByApi(url, residents.wang)]
  const reported = async (words: string, category: string) => {
    const id = await report(wang, { words, category, place: { address: tale.place } })
    await act(xu, 'acceptCase', id, {})
    return id
  }
  const [lamp, road] = [await reported(tale.lamp, 'lighting'), await reported(tale.road, 'roads')]
  const choose = async (page: Page, label: string, name: string) => {
    const field = page.locator('.side-panel').getByRole('combobox', { name: say(label), exact: true })
    await field.click()
    await field.fill(name)
    await pick(page, name)
  }

  await test.step('the county’s administrator stations the post at the centre, from a day to a day', async () => {
    const page = await lendSession(await openDesk(), url, admin)
    await page.goto(`/office/${county}/settings/posts?open=${team.lamps.post}`)
    await page.getByText(say('office.posts.change'), { exact: true }).click()
    await choose(page, 'office.posts.stationedAt', bodies.centre[language])
    await page.getByLabel(say('office.posts.stationed.to')).fill('2030-06-30')
    await takePicture(page, language, '121-stationed-at-the-centre')
    await page.getByRole('button', { name: say('office.save'), exact: true }).click()
    await expect(page.locator('.side-panel .facts')).toContainText(bodies.centre[language])
  })

  await test.step('the head of the office says what they may take for it', async () => {
    const page = await lendSession(await openDesk(), url, zheng)
    await page.goto(`/office/${county}/settings/grants?open=new`)
    await choose(page, 'office.people.post', team.lamps.title[language])
    await choose(page, 'office.grants.action', say('organisation.actions.body.bind'))
    await choose(page, 'office.posts.categories', tale.categories)
    await page.keyboard.press('Escape')
    await page.getByLabel(say('office.settings.reason')).fill(tale.reason)
    await page.getByRole('button', { name: say('office.grants.give'), exact: true }).click()
    await expect(page.locator('.settings-list')).toContainText(say('organisation.actions.body.bind'))
  })

  const desk = await lendSession(await openDesk(), url, xu)
  await test.step('the centre puts them on its roster, and sees who of the stationed is on duty', async () => {
    await desk.goto(`/office/${county}/settings/roster?body=${bodies.centre.id}&open=new`)
    await choose(desk, 'office.roster.who', team.lamps.zh)
    await desk.getByLabel(say('office.roster.from'), { exact: true }).fill('00:00')
    await desk.getByLabel(say('office.roster.to'), { exact: true }).fill('23:59')
    await desk.locator('.side-panel').getByRole('button', { name: say('office.roster.put'), exact: true }).click()
    await expect(desk.locator('.stationed')).toContainText(say('office.roster.stationed.count', { count: 1 }))
    await expect(desk.locator('.stationed')).toContainText(tale.categories)
    await takePicture(desk, language, '122-who-is-stationed-here')
  })

  await test.step('a case of that kind goes straight to them: given is taken', async () => {
    await desk.goto(`/office/${county}/cases/${lamp}`)
    const at = deskAt(desk, say)
    await at.begin('dispatch')
    await at.choose('office.acts.dispatch.lead', bodies.lamps[language])
    await desk.getByRole('radio', { name: team.lamps.zh }).check()
    await at.field('office.acts.dispatch.instruction').fill(tale.instruction)
    await takePicture(desk, language, '123-straight-to-the-officer')
    await at.send('dispatch')
    await expect(desk.getByText(say('office.acts.dispatch.straightDone'))).toBeVisible()
    await expect(desk.locator('.story')).toContainText(say('casework.steps.case.dispatched_stationed', { body: bodies.centre[language], other: bodies.lamps[language], handler: team.lamps.zh }))
    await takePicture(desk, language, '124-taken-for-the-office')
  })

  await test.step('one of another kind can’t: nobody who may take it is on duty, so it is the first responsible person’s', async () => {
    await desk.goto(`/office/${county}/cases/${road}`)
    const at = deskAt(desk, say)
    await at.begin('dispatch')
    await at.choose('office.acts.dispatch.lead', bodies.lamps[language])
    await expect(desk.getByText(say('office.acts.dispatch.nobodyOnDuty'))).toBeVisible()
    await expect(desk.getByText(say('office.acts.dispatch.unable', { names: team.lamps.zh }))).toBeVisible()
    await desk.getByRole('radio', { name: team.lampsHead.zh }).check()
    await at.send('dispatch')
    await expect(desk.locator('.story')).toContainText(say('casework.steps.case.dispatched_first', { body: bodies.centre[language], other: bodies.lamps[language], handler: team.lampsHead.zh }))
  })

  await test.step('residents see who is there for them today: the post, and a name only where it is declared public', async () => {
    const phone = await lendSession(await openPhone(), url, wang)
    await phone.goto('/')
    const today = phone.getByRole('region', { name: say('resident.duty.today') })
    await expect(today).toContainText(team.secretary.title[language])
    await expect(today).not.toContainText(team.secretary.zh)
    await expect(today.getByRole('link')).toHaveAttribute('href', `tel:${bodies.wutong.telephone!.replaceAll('-', '')}`)
    await admin.ask('changePost', { params: { county, id: team.secretary.post }, body: { isPublic: true } })
    await phone.reload()
    await expect(today).toContainText(team.secretary.zh)
    await today.scrollIntoViewIfNeeded()
    await takePicture(phone, language, '125-on-duty-today')
  })
})
