import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, report } from '#server/test/steps.ts'
import { deskAt } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { photographStreet } from './photograph.ts'
import { expect, test } from './story.ts'

const told = {
  zh: {
    words: '和平街地下电缆沟塌了，路灯全灭，还往外冒水。', instruction: '今晚一起到场，先断电、再抽水、后恢复照明。', place: '和平街',
    duty: '维修城市道路照明设施', ground: '城市照明管理规定第二十条', items: ['断开和平街照明回路', '抽干电缆沟积水', '换接电缆，恢复照明'], note: '已断电，沟里水深约 40 厘米。', whistle: '请派泵车到场抽水。', again: '又灭了一半。', enough: '水已抽干，只剩换电缆，不必再合在一起。',
  },
  en: {
    words: 'The cable duct under Heping Street has caved in; every lamp is out and water comes up.', instruction: 'All on site tonight: power off, pump out, then light again.', place: 'Heping Street',
    duty: 'Repairs the lighting of public roads', ground: 'City Lighting Regulations, article 20', items: ['Switch off the Heping Street circuit', 'Pump out the duct', 'Replace the cable, light again'], note: 'Power is off; the water stands 40 cm deep.', whistle: 'Please send a pump.', again: 'Half of them are out again.', enough: 'The duct is dry; only the cable is left, nobody else is needed.',
  },
}

test('a task group: formed, each with what it may do by law; checklist, notes, pictures; dissolved with the case; formed again in one touch', async ({ product: { url }, language, say, openDesk, openPhone }) => {
  const tale = told[language]
  const [xu, wu, feng, wang] = [await signInByApi(url, team.centre), await signInByApi(url, team.lamps), await signInByApi(url, team.power), await signInByApi(url, residents.wang)]
  const id = await report(wang, { words: tale.words, category: 'lighting', place: { address: tale.place } })
  await act(xu, 'acceptCase', id, {})
  await xu.ask('addRemit', { params: { county }, key: uuidv7(), body: { body: bodies.lamps.id, category: 'lighting', words: tale.duty, ground: tale.ground } })
  const chen = await signInByApi(url, team.secretary)
  await Promise.all([1, 2, 3, 4, 5].map(async () => {
    const past = await report(wang, { words: tale.again, category: 'lighting', place: { village: 101 } })
    await act(chen, 'acceptCase', past, {})
    await act(chen, 'escalateCase', past, { to: bodies.centre.id, type: 'several_bodies', cause: tale.again, tried: tale.note })
    await act(xu, 'dispatchCase', past, { lead: bodies.lamps.id, assists: [bodies.power.id] })
    for (const by of [wu, feng]) {
      await actOnTask(by, 'takeTask', past, {})
      await actOnTask(by, 'reportTask', past, { outcome: 'solved', words: tale.items[2]!, photos: [] })
    }
    await act(xu, 'closeCase', past, { outcome: 'solved' })
  }))
  await expect.poll(async () => (await xu.ask('adviseMode', { params: { county, id } })).cases, { timeout: 60_000 }).toBe(5)
  const page = await lendSession(await openDesk(), url, xu)
  const group = page.locator('.task-group')
  const at = deskAt(page, say)

  await test.step('the centre gives it to a lead and an assist as one group', async () => {
    await page.goto(`/office/${county}/cases/${id}`)
    await at.begin('dispatch')
    await at.choose('office.acts.dispatch.lead', bodies.lamps[language])
    await at.choose('office.acts.dispatch.assists', bodies.power[language])
    await page.keyboard.press('Escape')
    await expect(page.locator('.mode-why')).toContainText(say('office.mode.reasons.unlike', { count: 5, of: 5, percent: 100 }))
    const asGroup = page.getByRole('radio', { name: say('office.mode.names.group') })
    await expect(page.locator('label').filter({ has: asGroup })).toContainText(say('office.mode.advised'))
    await asGroup.check()
    await at.field('office.acts.dispatch.instruction').fill(tale.instruction)
    await takePicture(page, language, '131-as-a-task-group')
    await at.send('dispatch')
    await expect(group).toContainText(bodies.power[language])
    await group.getByText(say('office.group.remits', { count: 1 })).click()
    await expect(group).toContainText(tale.duty)
  })

  await test.step('it whistles for the water company too, which joins', async () => {
    await at.begin('callAssist')
    await at.choose('office.acts.callAssist.body', bodies.water[language])
    await at.field('office.acts.dispatch.instruction').fill(tale.whistle)
    await at.send('callAssist')
    await expect(group.locator('.group-members')).toContainText(bodies.water[language])
  })

  await test.step('what is to be done is listed, and members tick it', async () => {
    for (const words of tale.items) {
      await group.getByLabel(say('office.group.newItem')).fill(words)
      await group.getByRole('button', { name: say('office.group.add'), exact: true }).click()
      await expect(group.locator('.checklist')).toContainText(words)
    }
    const phone = await lendSession(await openPhone(), url, feng)
    await phone.goto(`/office/${county}/cases/${id}`)
    await phone.getByRole('checkbox', { name: tale.items[0]! }).click()
    await expect(phone.locator('.task-group')).toContainText(say('office.group.doneBy', { name: team.power.zh, body: bodies.power[language] }))
    await takePicture(phone, language, '132-ticked-by-a-member')
    await expect(group).toContainText(say('office.group.doneBy', { name: team.power.zh, body: bodies.power[language] }))
  })

  await test.step('a note with a picture, shared by the group', async () => {
    const desk = await lendSession(await openDesk(), url, wu)
    await desk.goto(`/office/${county}/cases/${id}`)
    await desk.getByRole('textbox', { name: say('office.note.internal') }).click()
    await desk.getByText(say('office.note.toGroup'), { exact: true }).click()
    const composer = desk.locator('.composer')
    await composer.getByRole('textbox').fill(tale.note)
    const chooser = desk.waitForEvent('filechooser')
    await composer.getByRole('button', { name: say('office.photos.add') }).click()
    await (await chooser).setFiles(await photographStreet('dark'))
    await expect(desk.getByRole('img', { name: say('office.photos.added', { number: 1 }) })).toBeVisible()
    await composer.getByRole('button', { name: say('office.note.keep'), exact: true }).click()
    await expect(desk.locator('.story')).toContainText(say('casework.steps.case.noted_group', { body: bodies.lamps[language] }))
    await expect(page.locator('.story')).toContainText(tale.note)
    await takePicture(page, language, '133-the-group-at-work')
  })

  await test.step('it dissolves by the act that closes the case; who did what remains', async () => {
    for (const by of [wu, feng]) {
      await actOnTask(by, 'takeTask', id, {})
      await actOnTask(by, 'reportTask', id, { outcome: 'solved', words: tale.items[2]!, photos: [] })
    }
    const water = (await xu.ask('readCase', { params: { county, id } })).tasks.find((task) => task.body.id === bodies.water.id)!
    const { version } = await xu.ask('readCase', { params: { county, id } })
    await xu.ask('releaseTask', { params: { county, id, task: water.id }, version })
    await page.reload()
    await at.begin('close')
    await page.getByRole('radio', { name: say('casework.outcomes.solved'), exact: true }).check()
    await at.send('close')
    await expect(page.locator('.story')).toContainText(say('casework.steps.case.closed_group', { body: bodies.centre[language] }))
    await expect(group).toContainText(say('office.group.dissolved'))
    await expect(group).toContainText(say('office.group.ticked', { count: 1 }))
    await takePicture(page, language, '134-who-did-what')
  })

  await test.step('opened again, it is formed again with the same members in one touch', async () => {
    await act(xu, 'answerCase', id, { words: tale.items[2]!, photos: [] })
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 2 } })
    await wang.ask('reopenMatter', { params: { county, id }, body: { words: tale.again } })
    await page.reload()
    await at.begin('dispatch')
    await page.getByRole('button', { name: say('office.group.again') }).click()
    await at.send('dispatch')
    await expect(group).toContainText(say('office.group.times', { count: 2 }))
    await expect(group.locator('.checklist')).not.toContainText(tale.items[0]!)
    await expect(group.locator('.checklist')).toContainText(tale.items[1]!)
    await expect(group.locator('.group-members > li')).toHaveCount(2)
  })

  await test.step('dissolved by hand, with a reason: the case goes on, and each keeps its task', async () => {
    await page.getByText(say('office.acts.rare', { count: 4 })).click()
    await at.begin('dissolveGroup')
    await at.field('office.acts.dissolveGroup.words').fill(tale.enough)
    await at.send('dissolveGroup')
    await expect(page.locator('.story')).toContainText(say('casework.steps.group.dissolved', { body: bodies.centre[language] }))
    await expect(page.locator('.story')).toContainText(tale.enough)
    await expect(group).toContainText(say('office.group.dissolved'))
    expect((await xu.ask('readCase', { params: { county, id } })).tasks.filter(({ state }) => state === 'assigned')).toHaveLength(2)
  })

  await test.step('the county reads lists of duties from a table: checked first, the bad row named, then in once', async () => {
    await page.goto(`/office/${county}/settings/bodies?open=remits`)
    const bring = async (lines: string[]) => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: say('office.bodies.remits.upload') }).click()
      await (await chooser).setFiles({ name: 'duties.csv', mimeType: 'text/csv', buffer: Buffer.from(['单位,类别,职责,依据', ...lines].join('\n')) })
      await page.getByRole('button', { name: say('office.bodies.remits.check'), exact: true }).click()
    }
    await bring([`${bodies.water.zh},,${tale.items[1]},${tale.ground}`, `月亮公司,,${tale.items[2]},${tale.ground}`])
    await expect(page.getByText(say('office.bodies.remits.rowFaults.body_unknown', { text: '月亮公司' }))).toBeVisible()
    await bring([`${bodies.water.zh},,${tale.items[1]},${tale.ground}`])
    await expect(page.getByText(say('office.bodies.remits.checked', { added: 1, changed: 0, same: 0 }))).toBeVisible()
    await page.locator('.panel-form').getByText(say('office.bodies.remits.run'), { exact: true }).click()
    await expect(page.getByText(say('office.bodies.remits.done', { added: 1, changed: 0, same: 0 }))).toBeVisible()
    await bring([`${bodies.water.zh},,${tale.items[1]},${tale.ground}`])
    await expect(page.getByText(say('office.bodies.remits.nothing', { same: 1 }))).toBeVisible()
  })
})
