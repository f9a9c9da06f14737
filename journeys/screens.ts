import type { Page } from '@playwright/test'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import type { BusyTown } from './busy-town.ts'
import { photographStreet } from './photograph.ts'
import type { Say } from './say.ts'

/** One screen as somebody sees it. */
export interface Screen {
  name: string
  who: keyof BusyTown['callers'] | null
  path: string
  /** What is there once it has come. */
  shows: string
  /** What is done on it before it is looked at. */
  then?: (page: Page) => Promise<unknown>
}

export function residentScreens(say: Say, { cases, code }: BusyTown): Screen[] {
  const matter = (id: string) => `/matters/${county}/${id}`
  const press = (key: string) => async (page: Page) => await page.getByRole('button', { name: say(key), exact: true }).first().click()
  return [
    { name: 'first-visit', who: null, path: '/', shows: say('resident.first.words') },
    { name: 'report-missing', who: null, path: '/report', shows: say('resident.report.what'), then: press('resident.report.send') },
    { name: 'sign-in', who: null, path: '/sign-in', shows: say('resident.signIn.intro'), then: press('resident.signIn.sendCode') },
    { name: 'matters-nobody', who: null, path: '/matters', shows: say('resident.matters.signIn') },
    { name: 'public', who: null, path: '/matters?see=public', shows: '垃圾桶' },
    { name: 'public-matter', who: null, path: matter(cases.shown), shows: say('resident.matter.isPublic') },
    { name: 'me-too', who: 'guest', path: matter(cases.shown), shows: say('resident.meToo.offer'), then: press('resident.meToo.offer') },
    { name: 'me-nobody', who: null, path: '/me', shows: say('resident.me.nobody') },
    { name: 'public-figures', who: null, path: '/figures', shows: say('resident.publicFigures.title') },
    { name: 'privacy', who: null, path: '/privacy', shows: say('resident.privacy.title') },
    { name: 'join-nobody', who: null, path: `/join/${code}`, shows: say('resident.join.signInFirst') },
    { name: 'home', who: 'wang', path: '/', shows: say('resident.home.myMatters') },
    { name: 'report', who: 'wang', path: '/report', shows: say('resident.whoSees.private'), then: async (page) => {
      await page.getByRole('textbox', { name: say('resident.report.what') }).fill('井盖松了，请打 13812345678。')
      await page.getByLabel(say('resident.photos.add')).setInputFiles(await photographStreet('dark'))
      await page.getByText(say('resident.whoSees.public'), { exact: true }).click()
      await page.getByText(say('resident.more.forOther')).click()
      await page.getByText(say('resident.photos.done')).waitFor({ state: 'attached' })
    } },
    { name: 'map', who: 'wang', path: '/report', shows: say('resident.where.onMap'), then: async (page) => {
      await press('resident.where.onMap')(page)
      await page.locator('.maplibregl-canvas').waitFor()
    } },
    { name: 'receipt', who: 'wang', path: `/report/sent/${county}/${cases.received}`, shows: say('resident.receipt.title') },
    { name: 'matters', who: 'wang', path: '/matters', shows: say('resident.matters.ratePlease') },
    { name: 'matter-received', who: 'wang', path: matter(cases.received), shows: say('casework.statesForResident.received'), then: async (page) => {
      await press('resident.matter.onMap')(page)
      await page.locator('.maplibregl-canvas').waitFor()
    } },
    { name: 'matter-asked', who: 'wang', path: matter(cases.asked), shows: say('casework.statesForResident.asked') },
    { name: 'matter-working', who: 'wang', path: matter(cases.working), shows: say('casework.statesForResident.dispatched'), then: press('resident.matter.withdraw') },
    { name: 'matter-to-rate', who: 'wang', path: matter(cases.rate), shows: say('resident.rate.title'), then: press('resident.rate.send') },
    { name: 'matter-rated', who: 'wang', path: matter(cases.rated), shows: say('resident.rate.mine'), then: press('resident.reopen.offer') },
    { name: 'matter-declined', who: 'wang', path: matter(cases.declined), shows: say('casework.statesForResident.declined') },
    { name: 'matter-petition', who: 'wang', path: matter(cases.petitioned), shows: say('resident.petition.title'), then: press('resident.petition.offer.petition_review') },
    { name: 'matter-reviewed', who: 'li', path: matter(cases.reviewed), shows: say('resident.petition.times.petition_review') },
    { name: 'matter-long', who: 'li', path: matter(cases.long), shows: 'A1B2C3D4' },
    { name: 'matter-not-there', who: 'wang', path: matter('00000000-0000-7000-8000-000000000000'), shows: say('refusals.not_found') },
    { name: 'notices', who: 'wang', path: '/notices', shows: say('resident.notices.title') },
    { name: 'me', who: 'wang', path: '/me', shows: say('resident.me.communities') },
    { name: 'record', who: 'wang', path: '/me/record', shows: say('resident.record.held') },
    { name: 'sessions', who: 'wang', path: '/me/sessions', shows: say('resident.sessions.this') },
    { name: 'home-guest', who: 'guest', path: '/', shows: say('resident.home.noMatters') },
    { name: 'matters-none', who: 'guest', path: '/matters', shows: say('resident.matters.none') },
    { name: 'notices-none', who: 'guest', path: '/notices', shows: say('resident.notices.none') },
    { name: 'join', who: 'guest', path: `/join/${code}`, shows: say('resident.join.who'), then: press('resident.join.ask') },
    { name: 'join-unknown', who: 'guest', path: '/join/nothing', shows: say('refusals.community.not_found') },
  ]
}

export function officeScreens(say: Say, { cases, imports, link, grant, post, machines }: BusyTown): Screen[] {
  const at = (path: string) => `/office/${county}/${path}`
  const acts = (id: string, names: string[], who: Screen['who']): Screen[] =>
    names.map((name) => ({ name: `act-${name}`, who, path: at(`cases/${id}?act=${name}`), shows: say(`office.acts.${name}.title`) }))
  const heading = (part: string) => say(`office.settings.parts.${part}`)
  return [
    { name: 'sign-in', who: null, path: '/office/sign-in', shows: say('office.signIn.demoHeading') },
    { name: 'link', who: null, path: link, shows: say('office.link.factorHeading') },
    { name: 'link-used', who: null, path: '/office/link/nothing', shows: say('refusals.link.not_valid') },
    { name: 'work-none', who: 'chen', path: at('work'), shows: say('office.list.none.work') },
    { name: 'intake', who: 'chen', path: at('intake'), shows: say('office.columns.title'), then: async (page) => await page.getByLabel(say('office.list.selectAll')).check() },
    { name: 'decisions', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => {
      await page.getByRole('button', { name: say('office.requests.remark'), exact: true }).first().click()
      for (const box of await page.locator('.decision-select input').all()) await box.check()
    } },
    { name: 'decisions-change', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => await page.getByRole('button', { name: say('office.requests.change'), exact: true }).last().click() },
    { name: 'decisions-send-back', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => await page.getByRole('button', { name: say('office.requests.sendBack'), exact: true }).last().click() },
    { name: 'decisions-reply', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => {
      await page.getByRole('button', { name: say('office.requests.reply'), exact: true }).click()
      await page.getByLabel(say('office.requests.replyUntil')).scrollIntoViewIfNeeded()
    } },
    { name: 'decisions-decided', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => {
      await page.locator('.decision').filter({ hasText: say('casework.requests.dispatch') }).last().getByRole('button', { name: say('office.requests.approve'), exact: true }).click()
      await page.locator('.decided').waitFor()
    } },
    { name: 'decisions-background', who: 'chen', path: at('decisions'), shows: say('office.requests.approve'), then: async (page) => {
      await page.getByText(say('office.requests.look')).first().click()
      await page.locator('.decision .story').waitFor()
    } },
    { name: 'decisions-digest', who: 'chen', path: at('decisions?side=digest'), shows: say('office.digest.unusual') },
    { name: 'decisions-reports', who: 'admin', path: at('decisions?side=reports'), shows: say('office.reports.note') },
    { name: 'decisions-made', who: 'chen', path: at('decisions?side=made'), shows: say('office.requests.open') },
    { name: 'decisions-opinion', who: 'clerk', path: at('decisions'), shows: say('office.requests.giveOpinion'), then: async (page) => await page.getByRole('button', { name: say('office.requests.giveOpinion'), exact: true }).first().click() },
    { name: 'case-petition', who: 'chen', path: at(`cases/${cases.petitioned}`), shows: say('office.requests.petition') },
    { name: 'decisions-none', who: 'wu', path: at('decisions'), shows: say('office.requests.none') },
    { name: 'case-gated', who: 'chen', path: at(`cases/${cases.gated}`), shows: say('office.requests.heading'), then: async (page) => await page.locator('.request').scrollIntoViewIfNeeded() },
    { name: 'case-late', who: 'chen', path: at(`cases/${cases.late}`), shows: say('office.requests.heading'), then: async (page) => await page.locator('.request').last().scrollIntoViewIfNeeded() },
    ...acts(cases.received, ['petition', 'exclude'], 'chen'),
    ...acts(cases.gated, ['lengthen'], 'chen'),
    ...acts(cases.shown, ['talk'], 'chen'),
    { name: 'case-talk', who: 'chen', path: at(`cases/${cases.talked}`), shows: say('office.requests.talk.heading'), then: async (page) => await page.locator('.talk').scrollIntoViewIfNeeded() },
    { name: 'decisions-word', who: 'clerk', path: at('decisions'), shows: say('office.requests.talk.say'), then: async (page) => {
      await page.getByRole('button', { name: say('office.requests.talk.say'), exact: true }).first().click()
      await page.getByText(say('office.requests.talk.notOurs'), { exact: true }).click()
    } },
    ...acts(cases.received, ['instruct'], 'chen'),
    ...acts(cases.rated, ['reopen'], 'clerk'),
    ...acts(cases.received, ['supervise'], 'clerk'),
    ...acts(cases.toDispatch, ['supervise'], 'centre').map((screen) => ({ ...screen, name: 'act-supervise-desk' })),
    { name: 'cases', who: 'chen', path: at('cases'), shows: say('office.columns.title'), then: async (page) => await page.keyboard.press('?') },
    { name: 'cases-none-found', who: 'chen', path: at('cases?number=9999999'), shows: say('office.list.noneFound') },
    { name: 'case-received', who: 'chen', path: at(`cases/${cases.received}`), shows: say('office.acts.accept.title'), then: async (page) => {
      await page.locator('.maplibregl-canvas').waitFor()
      await page.locator('.open-button').first().click()
      await page.getByRole('textbox', { name: say('office.note.internal') }).click()
    } },
    { name: 'photo', who: 'chen', path: at(`cases/${cases.received}`), shows: say('office.acts.accept.title'), then: async (page) => await page.locator('button.photo').first().click() },
    ...acts(cases.received, ['accept', 'askBack', 'decline', 'publish', 'sort', 'sendDown', 'merge'], 'chen'),
    { name: 'act-publish-not', who: 'chen', path: at(`cases/${cases.received}?act=publish`), shows: say('office.acts.publish.title'), then: async (page) => {
      await page.getByRole('radio', { name: say('office.acts.publish.choices.keep') }).check()
      await page.getByRole('textbox', { name: say('office.acts.publish.why') }).waitFor()
    } },
    { name: 'case-long', who: 'chen', path: at(`cases/${cases.long}`), shows: 'A1B2C3D4' },
    { name: 'case-rated', who: 'chen', path: at(`cases/${cases.rated}`), shows: say('office.facts.heading') },
    { name: 'hotline', who: 'centre', path: at('entry'), shows: say('office.entry.script.heading'), then: async (page) => {
      await page.getByText(say('casework.channels.letter'), { exact: true }).click()
      await page.getByLabel(say('office.entry.phoneOther')).fill(residents.wang.phone)
      await page.getByLabel(say('office.entry.words')).fill('12 号楼前的路灯坏了，晚上台阶看不清。')
      await page.getByRole('region', { name: say('office.entry.caller.heading') }).getByRole('link').first().waitFor()
    } },
    { name: 'hotline-missing', who: 'centre', path: at('entry'), shows: say('office.entry.script.heading'), then: async (page) => await page.getByRole('button', { name: say('office.entry.send'), exact: true }).click() },
    { name: 'paper-form', who: 'chen', path: at('entry/paper'), shows: say('office.entry.paper.formTitle') },
    { name: 'paper-list', who: 'chen', path: at('entry/paper?sheet=list'), shows: say('office.entry.paper.listTitle') },
    { name: 'callbacks', who: 'clerk', path: at('callbacks'), shows: say('office.calls.contacted') },
    { name: 'callbacks-none', who: 'centre', path: at('callbacks'), shows: say('office.calls.none') },
    { name: 'patrol', who: 'chen', path: at('patrol'), shows: say('office.patrol.kindHint'), then: async (page) => await page.getByRole('button', { name: say('office.patrol.send'), exact: true }).click() },
    { name: 'patrol-component', who: 'lin', path: at('patrol'), shows: say('codes.report.what'), then: async (page) => {
      await page.getByText(say('codes.report.ways.component'), { exact: true }).click()
      await page.locator('input[name=code-class]').first().check({ force: true })
      await page.locator('input[name=code-type]').first().check({ force: true })
      await page.getByRole('textbox', { name: say('codes.parts.serial') }).fill('123')
      await page.getByText(say('codes.report.apart')).waitFor()
    } },
    { name: 'patrol-look', who: 'lin', path: at('patrol'), shows: say('office.requests.site.heading'), then: async (page) => {
      await page.getByRole('button', { name: say('office.requests.site.look'), exact: true }).first().click()
      await page.getByText(say('office.requests.site.no.site_verification'), { exact: true }).click()
    } },
    { name: 'case-coded', who: 'chen', path: at(`cases/${cases.coded}`), shows: '9901010101000123' },
    ...acts(cases.received, ['siteCheck'], 'chen'),
    { name: 'codes', who: 'admin', path: at('settings/codes'), shows: say('codes.list.layout') },
    { name: 'codes-type', who: 'centre', path: at('settings/codes?view=draft&open=component-01-01'), shows: say('codes.draft.remove') },
    { name: 'codes-layout', who: 'centre', path: at('settings/codes?view=draft&open=layout'), shows: say('codes.draft.layoutHint') },
    { name: 'codes-upload', who: 'centre', path: at('settings/codes?view=draft&open=upload'), shows: say('codes.draft.upload') },
    { name: 'codes-history', who: 'centre', path: at('settings/codes?view=history'), shows: say('policies.history.byInstallation') },
    { name: 'figures', who: 'chen', path: at('figures'), shows: say('figures.page.attention'), then: async (page) => {
      await page.getByText(say('figures.how')).first().click()
      await page.getByText(say('figures.page.trendTable')).click()
    } },
    { name: 'settings-tracks', who: 'admin', path: at('settings/tracks'), shows: say('office.tracks.newDesk') },
    { name: 'cases-of-track', who: 'chen', path: at('cases?track=safety_law'), shows: say('office.tracks.figures') },
    { name: 'figures-days', who: 'wu', path: at('figures?period=2026-01-01..2026-01-31'), shows: say('figures.page.show') },
    { name: 'figures-cases', who: 'chen', path: at('figures/cases?figure=received'), shows: say('figures.page.back') },
    { name: 'memberships', who: 'chen', path: at('memberships'), shows: say('office.memberships.verify'), then: async (page) => await page.getByRole('button', { name: say('office.memberships.refuse'), exact: true }).click() },
    { name: 'memberships-refused', who: 'chen', path: at('memberships?state=refused'), shows: '门牌与登记不符' },
    { name: 'code', who: 'chen', path: at('memberships/code?village=101'), shows: say('office.code.call') },
    { name: 'roster', who: 'chen', path: at(`settings/roster?body=${bodies.wutong.id}`), shows: team.secretary.zh },
    { name: 'roster-stationed', who: 'centre', path: at(`settings/roster?body=${bodies.centre.id}&open=new`), shows: say('office.roster.stationed.title') },
    { name: 'account', who: 'chen', path: at('account'), shows: say('office.sessions.isThis') },
    { name: 'notices', who: 'chen', path: at('notices'), shows: say('office.notices.title') },
    { name: 'bell', who: 'chen', path: at('cases'), shows: say('office.columns.title'), then: async (page) => await page.locator('.top-rest .unfold button').first().click() },
    { name: 'not-there', who: 'chen', path: at('nothing'), shows: say('office.missing.title') },
    { name: 'case-not-there', who: 'chen', path: at('cases/00000000-0000-7000-8000-000000000000'), shows: say('refusals.not_found') },
    { name: 'dispatch', who: 'clerk', path: at('dispatch'), shows: say('office.columns.title') },
    { name: 'case-half-done', who: 'clerk', path: at(`cases/${cases.halfDone}`), shows: say('refusals.case.open_tasks'), then: async (page) => await page.locator('.story').getByText(say('casework.outcomes.planned')).waitFor() },
    ...acts(cases.toDispatch, ['dispatch', 'escalate'], 'clerk'),
    ...acts(cases.halfDone, ['rework'], 'clerk'),
    { name: 'why-this-time', who: 'clerk', path: at(`cases/${cases.toDispatch}`), shows: say('office.due.why'), then: async (page) => await page.getByRole('button', { name: say('office.due.why') }).first().click() },
    { name: 'work', who: 'wu', path: at('work'), shows: say('office.columns.title') },
    { name: 'case-working', who: 'wu', path: at(`cases/${cases.working}`), shows: say('office.acts.report.title') },
    { name: 'imports', who: 'centre', path: at('imports'), shows: say('imports.states.checked') },
    { name: 'imports-new', who: 'centre', path: at('imports/new'), shows: say('imports.page.upload') },
    { name: 'import-checked', who: 'centre', path: at(`imports/${imports.checked}`), shows: say('imports.page.run', { count: 28 }) },
    { name: 'import-done', who: 'centre', path: at(`imports/${imports.done}`), shows: say('imports.page.places') },
    { name: 'import-refused', who: 'centre', path: at(`imports/${imports.refused}`), shows: say('imports.states.refused') },
    { name: 'regions', who: 'admin', path: at('settings/regions?open=11'), shows: heading('regions') },
    { name: 'bodies', who: 'admin', path: at(`settings/bodies?open=${bodies.wutong.id}`), shows: bodies.chunhui[say('office.brand') === '共治' ? 'zh' : 'en'] },
    { name: 'bodies-duties', who: 'admin', path: at('settings/bodies?open=remits'), shows: say('office.bodies.remits.upload') },
    { name: 'calendar', who: 'admin', path: at('settings/calendar'), shows: say('office.calendar.saveHours') },
    { name: 'bodies-new', who: 'admin', path: at('settings/bodies?open=new'), shows: say('office.bodies.create') },
    { name: 'posts', who: 'admin', path: at(`settings/posts?open=${post}`), shows: say('office.posts.end') },
    { name: 'posts-new', who: 'admin', path: at('settings/posts?open=new'), shows: say('office.posts.create') },
    { name: 'people', who: 'admin', path: at(`settings/people?open=${team.secretary.person}`), shows: say('office.people.leave') },
    { name: 'people-invite', who: 'admin', path: at('settings/people?open=new'), shows: say('office.people.inviteSubmit') },
    { name: 'grants', who: 'admin', path: at(`settings/grants?open=${grant}`), shows: '汛期' },
    { name: 'grants-new', who: 'admin', path: at('settings/grants?open=new'), shows: say('office.grants.give') },
    { name: 'api-keys', who: 'admin', path: at(`settings/exchange?open=${machines.client}`), shows: say('exchange.clients.withdraw') },
    { name: 'api-keys-new', who: 'admin', path: at('settings/exchange?open=new'), shows: say('exchange.clients.make'), then: async (page) => await page.getByText(say('exchange.doors.orders')).last().click() },
    { name: 'signal-sources', who: 'admin', path: at(`settings/exchange?of=sources&open=${machines.source}`), shows: say('exchange.sources.withdraw') },
    { name: 'signal-sources-new', who: 'admin', path: at('settings/exchange?of=sources&open=new'), shows: say('exchange.sources.make') },
    { name: 'signal-rules', who: 'admin', path: at(`settings/exchange?of=rules&open=${machines.rule}`), shows: say('exchange.rules.end') },
    { name: 'signal-rules-new', who: 'admin', path: at('settings/exchange?of=rules&open=new'), shows: say('exchange.rules.make') },
    { name: 'signals', who: 'centre', path: at('settings/exchange?of=signals'), shows: '东河三号闸' },
    { name: 'deliveries', who: 'admin', path: at('settings/exchange?of=deliveries'), shows: say('exchange.deliveries.types.gongzhi.case.accepted') },
    { name: 'case-group', who: 'clerk', path: at(`cases/${cases.grouped}`), shows: say('office.group.heading') },
    { name: 'case-group-member', who: 'wu', path: at(`cases/${cases.grouped}`), shows: say('office.group.heading'), then: async (page) => await page.getByText(say('office.group.contributions')).click() },
    ...acts(cases.grouped, ['callAssist', 'dissolveGroup'], 'clerk'),
    ...acts(cases.working, ['formGroup'], 'clerk'),
    { name: 'case-of-signal', who: 'chen', path: at(`cases/${machines.signalled}`), shows: say('exchange.signals.behind') },
    { name: 'policies', who: 'admin', path: at('settings/policies?place=13&category=environment'), shows: say('policies.groups.petition') },
    { name: 'policies-draft', who: 'admin', path: at('settings/policies?view=draft&open=layer--dispute'), shows: say('policies.draft.removeLayer') },
    { name: 'policies-new', who: 'admin', path: at('settings/policies?view=draft&open=new'), shows: say('policies.draft.addField') },
    { name: 'policies-trial', who: 'admin', path: at('settings/policies?view=draft&open=trial'), shows: say('policies.trial.words'), then: async (page) => {
      await page.locator('.trial-ask .ant-btn').click()
      await page.locator('.trial-numbers').waitFor()
    } },
    { name: 'policies-history', who: 'admin', path: at('settings/policies?view=history'), shows: say('policies.history.states.in_force') },
    { name: 'routing', who: 'admin', path: at('settings/routing?category=lighting&place=101'), shows: say('policies.routing.force.download') },
    { name: 'routing-draft', who: 'centre', path: at('settings/routing?view=draft&open=00000000-0000-7000-8000-e00000000101'), shows: say('policies.routing.draft.removeEntry') },
    { name: 'routing-terms', who: 'centre', path: at('settings/routing?view=draft&open=terms'), shows: say('policies.routing.draft.saveTerms') },
    { name: 'routing-upload', who: 'centre', path: at('settings/routing?view=draft&open=upload'), shows: say('policies.routing.draft.uploadWords') },
    { name: 'routing-trial', who: 'centre', path: at('settings/routing?view=draft&open=trial'), shows: say('policies.routing.trial.words') },
    { name: 'routing-history', who: 'centre', path: at('settings/routing?view=history'), shows: say('policies.history.states.in_force') },
    { name: 'roles', who: 'admin', path: at('settings/roles'), shows: say('office.roles.words') },
  ]
}
