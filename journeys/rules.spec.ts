import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, report, reported } from '#server/test/steps.ts'
import { sitDown, sitDownAgain } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { tales } from './tale.ts'
import { expect, test } from './story.ts'

test('a rule is changed for one town and category, tried on past cases, published; the next case there has the new time and says why', async ({ product: { url }, language, say, openDesk }) => {
  const tale = tales[language]
  const [wang, chen] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary)]
  const older = await report(wang)
  const holds = say('policies.holds.of', { place: tale.town, category: tale.category })
  const field = say('policies.fields.start.name')
  const page = await openDesk()
  const admin = await sitDown(page, say, team.admin)
  const main = page.getByRole('main')
  const panel = page.getByRole('complementary')
  const row = (name: string) => main.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

  /** By its whole name: another rule's may begin with it. */
  const addRule = async (name: string) => {
    const list = page.getByRole('combobox', { name: say('policies.draft.addField'), exact: true })
    await list.click()
    await list.fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: new RegExp(`^${name}$`) }).click()
  }

  await test.step('sees what holds there, and that it is the product’s default', async () => {
    await page.getByRole('link', { name: say('office.settings.parts.policies'), exact: true }).click()
    await admin.choose('policies.force.town', tale.town)
    await admin.choose('policies.force.category', tale.category)
    await expect(row(say('policies.fields.reply.name'))).toContainText(say('policies.holds.locked'))
    await expect(row(field).first()).toContainText(say('policies.holds.default'))
    await takePicture(page, language, '131-rules-in-force')
  })

  await test.step('drafts another time, and one that the county has locked, which the draft says', async () => {
    await admin.button('policies.views.draft').click()
    await admin.button('policies.draft.newLayer').click()
    await admin.choose('policies.force.town', tale.town)
    await admin.choose('policies.force.category', tale.category)
    await addRule(field)
    await panel.getByRole('spinbutton', { name: field }).fill('4')
    await panel.getByRole('combobox', { name: `${field} ${say('policies.units.days')}` }).click()
    await page.locator('.ant-select-dropdown:visible').getByText(say('policies.units.workingHours')).click()
    await addRule(say('policies.fields.reply.name'))
    await admin.button('policies.draft.saveLayer').click()
    await expect(page.getByRole('alert')).toContainText(say('policies.faults.locked_above', { holds, field: say('policies.fields.reply.name') }))
    await panel.getByRole('button', { name: `${say('policies.draft.removeField')} ${say('policies.fields.reply.name')}` }).click()
    await admin.button('policies.draft.saveLayer').click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(row(holds)).toContainText(say('policies.values.workingHours', { count: 4 }))
  })

  await test.step('tries it on past cases', async () => {
    await admin.button('policies.trial.run').click()
    const trial = page.getByRole('region', { name: say('policies.trial.title') })
    await trial.getByRole('button', { name: say('policies.trial.run'), exact: true }).click()
    await expect(trial.getByRole('row').filter({ hasText: field })).toContainText('1')
    await trial.getByText(say('policies.trial.examples')).click()
    await takePicture(page, language, '132-dry-run')
    await trial.getByRole('button', { name: say('office.close') }).click()
  })

  await test.step('publishes it, with what changes and why', async () => {
    await admin.button('policies.publish.open').click()
    await admin.field('policies.publish.note').fill(language === 'zh' ? '路灯夜里出行不安全，四个工作小时内要有人到场。' : 'Dark lamps are dangerous: somebody must be there within four working hours.')
    await admin.button('policies.publish.submit').click()
    await expect(panel).toContainText(/2/)
    await admin.button('policies.views.history').click()
    await expect(main.getByRole('listitem').first()).toContainText(say('policies.history.set', { holds, field, after: say('policies.values.workingHours', { count: 4 }) }))
    await takePicture(page, language, '133-history')
  })

  await test.step('the next lamp has the new time, which names the rule; the one before keeps its own', async () => {
    const newer = await report(wang)
    const secretary = await sitDownAgain(await openDesk(), say, url, chen)
    const why = async (id: string) => {
      const { clocks } = await chen.ask('readCase', { params: { county, id } })
      await secretary.page.goto(`${url}/office/${county}/cases/${id}?clock=${clocks.find(({ kind }) => kind === 'start')!.id}`)
      return secretary.page.getByRole('region', { name: say('office.why.title', { clock: say('casework.clocks.start') }) })
    }
    await expect(await why(newer)).toContainText(say('policies.why.rule', { holds, version: 2, field }))
    await takePicture(secretary.page, language, '134-why-this-rule')
    await expect(await why(older)).toContainText(say('policies.why.default', { version: 1, field }))
  })
})

test('the catalogue is changed, tried on past cases, published; the dispatch form then names its lead first', async ({ product: { url }, language, say, openDesk }) => {
  const tale = tales[language]
  const [wang, chen] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary)]
  const past = await reported(wang, chen, bodies.wutong.id)
  await act(chen, 'closeCase', past, { outcome: 'solved' })
  const page = await openDesk()
  const centre = await sitDown(page, say, team.centre)
  const wutong = bodies.wutong[language]

  await test.step('the duty officer names the committee for its own lamps', async () => {
    await page.getByRole('navigation', { name: say('office.menu.label') }).getByRole('link', { name: say('office.menu.settings') }).click()
    await page.getByRole('link', { name: say('office.settings.parts.routing'), exact: true }).click()
    await centre.button('policies.views.draft').click()
    await centre.button('policies.routing.draft.newEntry').click()
    await centre.choose('policies.routing.columns.category', tale.category)
    await centre.choose('policies.routing.columns.lead', wutong)
    await centre.button('policies.routing.draft.saveEntry').click()
    // The catalogue names somebody for this already: that can't be published.
    await expect(page.getByText(say('policies.routing.faults.twice')).first()).toBeVisible()
    await page.getByRole('row').filter({ hasText: wutong }).getByRole('button').click()
    await centre.choose('policies.routing.columns.place', tale.town)
    await centre.button('policies.routing.draft.saveEntry').click()
    await expect(page.getByText(say('policies.routing.faults.twice'))).toHaveCount(0)
    await centre.button('policies.trial.run').click()
    const trial = page.getByRole('region', { name: say('policies.trial.title') })
    await trial.getByRole('button', { name: say('policies.trial.run'), exact: true }).click()
    await expect(trial.getByText('0 → 1')).toHaveCount(2)
    await takePicture(page, language, '135-catalogue-dry-run')
    await centre.button('policies.publish.open').click()
    await centre.field('policies.publish.note').fill(language === 'zh' ? '春晖街道试点社区自管路灯。' : 'A trial: the community looks after its own lamps.')
    await centre.button('policies.publish.submit').click()
    await expect(page.getByRole('complementary')).toContainText(/2/)
  })

  await test.step('the secretary finds it first in the dispatch form, and takes it', async () => {
    const id = await report(wang)
    await act(chen, 'acceptCase', id, {})
    const { number } = await chen.ask('readCase', { params: { county, id } })
    const secretary = await sitDownAgain(await openDesk(), say, url, chen)
    await secretary.open('dispatch', number)
    await secretary.begin('dispatch')
    const form = secretary.page.getByRole('form', { name: say('office.acts.dispatch.title'), exact: true })
    await expect(form.locator('.route-lead')).toHaveText(wutong)
    await takePicture(secretary.page, language, '136-proposed-by-catalogue')
    await form.getByRole('button', { name: say('policies.routing.route.use') }).click()
    await secretary.send('dispatch')
    await secretary.done('dispatch')
    await actOnTask(chen, 'takeTask', id, {})
  })
})
