import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { sitDownAgain, type Desk } from './at-desk.ts'
import { signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const question = '请问是 3 幢东边还是西边的路灯？灯杆上有编号吗？'
const instruction = '请今天先到现场看一下，台阶边拉好警示带。'

test('two of the committee act on one case: the second sees what changed, keeps what was typed, and goes on', async ({ product: { url }, language, say, watch, openDesk }) => {
  const [wang, chen, liu] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary), await signInByApi(url, team.member)]
  const id = await report(wang)
  const { number } = await chen.ask('readCase', { params: { county, id } })
  const first = await sitDownAgain(await openDesk(), say, url, chen)
  const second = await sitDownAgain(await openDesk(), say, url, liu)
  const told = (desk: Desk) => desk.page.getByRole('alert').filter({ hasText: say('office.changed.title') })

  await test.step('pressed at the same moment: one gets through, the other is told what the first did', async () => {
    await first.open('intake', number)
    await second.open('intake', number)
    const slow = await holdUp(second)
    await second.begin('askBack')
    await second.field('office.acts.askBack.question').fill(question)
    await second.send('askBack')
    await first.begin('accept')
    await first.send('accept')
    await first.done('accept')
    watch.expect('412 POST')
    slow.goOn()
    await expect(told(second)).toContainText(say('casework.steps.case.accepted', { body: bodies.wutong[language] }))
    await expect(second.field('office.acts.askBack.question')).toHaveValue(question)
    await takePicture(second.page, language, '41-changed-meanwhile')
  })

  await test.step('what was typed is still there, and goes out with the case as it is now', async () => {
    await second.button('office.changed.goOn').click()
    await expect(told(second)).toBeHidden()
    await second.send('askBack')
    await second.done('askBack')
    await expect(first.page.locator('.story')).toContainText(question)
  })

  await test.step('what changes while somebody writes is seen before they press', async () => {
    await second.begin('dispatch')
    await second.field('office.acts.dispatch.instruction').fill(instruction)
    await first.begin('sort')
    await first.choose('office.columns.category', '道路破损')
    await first.send('sort')
    await first.done('sort')
    await expect(told(second)).toContainText(say('casework.steps.case.sorted', { body: bodies.wutong[language] }))
    await second.button('office.changed.goOn').click()
    await expect(second.field('office.acts.dispatch.instruction')).toHaveValue(instruction)
    await second.choose('office.acts.dispatch.lead', bodies.urban[language])
    await second.send('dispatch')
    await second.done('dispatch')
    await expect(first.page.locator('.tasks')).toContainText(instruction)
  })
})

/** From now on what this desk sends is a long time on its way, until it may go on. */
async function holdUp({ page }: Desk) {
  const held = Promise.withResolvers<void>()
  await page.route('**/api/v1/counties/*/cases/**', async (route) => {
    if (route.request().method() === 'POST') await held.promise
    await route.continue()
  })
  return { goOn: held.resolve }
}
