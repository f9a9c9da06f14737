import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { againToAnswer, report } from '#server/test/steps.ts'
import { sitDownAgain } from './at-desk.ts'
import { lendSession, signInByApi } from './by-api.ts'
import { takePicture } from './picture.ts'
import { expect, test } from './story.ts'

const said = {
  zh: {
    words: '老楼改造少算了我家的面积，反映过两次没有说法，请给书面答复。', why: '需调取房改档案核对，现有期限内办不完。', answer: '经核对登记面积为 58.2 平方米，补偿按此计算，无误。',
    unhappy: '没有计算阳台面积，我不认可。', opinion: '经复查，阳台未计入登记面积。原处理意见核对不全，请重新核算后书面答复。',
  },
  en: {
    words: 'The renovation counted too little of my flat. I asked twice and was told nothing. Please answer in writing.', why: 'The housing files must be fetched and checked, which takes longer.', answer: 'The registered area is 58.2 square metres. The sum was reckoned from it and is right.',
    unhappy: 'The balcony was not counted. I do not agree.', opinion: 'The balcony was left out of the registered area. The first check was incomplete: reckon it anew and answer in writing.',
  },
}

test('a petition matter: the law’s time on both sides, made longer once, answered, reviewed by the level above and handled again', async ({ product: { url }, language, say, openPhone, openDesk }) => {
  const tale = said[language]
  const [wang, chen, sun] = [await signInByApi(url, residents.wang), await signInByApi(url, team.secretary), await signInByApi(url, team.clerk)]
  const id = await report(wang, { words: tale.words, category: 'property' })
  const { number } = await chen.ask('readCase', { params: { county, id } })
  const desk = await sitDownAgain(await openDesk(), say, url, chen)
  const phone = await lendSession(await openPhone(), url, wang)

  await test.step('marked before it is accepted: two times run, and the law that sets them can be read', async () => {
    await desk.open('intake', number)
    await desk.page.getByText(say('office.acts.rare', { count: 2 })).click()
    await desk.begin('petition')
    await desk.send('petition')
    await desk.done('petition')
    await desk.begin('accept')
    await desk.send('accept')
    await desk.done('accept')
    const handling = desk.page.locator('.clock').filter({ hasText: say('casework.clocks.petition_handling') })
    await handling.getByRole('button').click()
    await expect(desk.page.getByText(say('office.why.law.petition_handling'))).toBeVisible()
    await expect(desk.page.getByText(say('office.why.rule', { span: say('office.why.span.days', { count: 60 }) }))).toBeVisible()
    await takePicture(desk.page, language, '131-the-law-sets-the-time')
    await desk.page.getByRole('region', { name: say('office.why.title', { clock: say('casework.clocks.petition_handling') }) }).getByRole('button', { name: say('office.back') }).click()
  })

  await test.step('the resident sees what binds the office', async () => {
    await phone.goto(`/matters/${county}/${id}`)
    await expect(phone.locator('.petition-times')).toContainText(say('resident.petition.times.petition_handling'))
    await expect(phone.locator('.petition-times')).toContainText(bodies.wutong[language])
    await takePicture(phone, language, '132-what-binds-the-office')
  })

  await test.step('the secretary, who decides it herself, takes more time, once; the resident is told why', async () => {
    await desk.page.getByText(say('office.acts.rare', { count: 2 })).click()
    await desk.begin('lengthen')
    await desk.page.getByRole('spinbutton', { name: say('office.acts.lengthen.days') }).fill('20')
    await desk.field('office.acts.lengthen.words').fill(tale.why)
    await desk.send('lengthen')
    await expect(desk.page.getByText(say('office.acts.lengthen.doneByLeader'))).toBeVisible()
    await expect(phone.locator('.timeline')).toContainText(tale.why)
  })

  await test.step('not content with the answer, the resident asks the level above for a review', async () => {
    await againToAnswer(chen, id)
    const offer = phone.getByRole('button', { name: say('resident.petition.offer.petition_review') })
    await expect(offer).toBeVisible()
    await offer.tap()
    const form = phone.getByRole('form', { name: say('resident.petition.ask.petition_review') })
    await expect(form).toContainText(bodies.chunhui[language])
    await form.getByRole('button', { name: say('resident.petition.ask.petition_review'), exact: true }).tap()
    await expect(form).toContainText(say('resident.petition.missing'))
    await form.getByRole('textbox', { name: say('resident.petition.words') }).fill(tale.unhappy)
    await takePicture(phone, language, '133-asks-for-a-review')
    await form.getByRole('button', { name: say('resident.petition.ask.petition_review'), exact: true }).tap()
    await expect(phone.locator('.petition-times')).toContainText(say('resident.petition.times.petition_review'))
    await expect(offer).toBeHidden()
  })

  await test.step('the subdistrict gives its opinion: set aside, to be handled again', async () => {
    const above = await lendSession(await openPhone(), url, sun)
    await above.goto(`/office/${county}/decisions`)
    const card = above.locator('.decision').filter({ hasText: number })
    await expect(card).toContainText(tale.unhappy)
    await card.getByRole('button', { name: say('office.requests.giveOpinion') }).tap()
    const form = above.getByRole('form', { name: say('office.requests.opinionTitle', { request: say('casework.requests.petition_review') }) })
    await form.getByText(say('casework.opinions.redo')).tap()
    await form.getByRole('textbox', { name: say('office.requests.opinionWords') }).fill(tale.opinion)
    await takePicture(above, language, '134-the-opinion')
    await form.getByRole('button', { name: say('office.requests.giveOpinion'), exact: true }).tap()
    await expect(above.locator('.decided')).toContainText(say('casework.opinions.redo'))
  })

  await test.step('the resident reads it, word for word, and the time runs anew', async () => {
    await expect(phone.locator('.timeline')).toContainText(tale.opinion)
    await expect(phone.locator('.matter-state-word')).toHaveText(say('casework.statesForResident.accepted'))
    await takePicture(phone, language, '135-handled-again')
  })
})
