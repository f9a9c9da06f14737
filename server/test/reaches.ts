import type { OperationId } from '#contract/paths.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { exchangeInReach } from './exchange-in-reach.ts'
import { importsInReach } from './imports-in-reach.ts'
import { appoint, openNeighbour } from './newcomers.ts'
import { requestsInReach } from './requests-in-reach.ts'
import { dispatched, photograph, report } from './steps.ts'
import type { Caller, Town } from './town.ts'

/** What is sent besides the sample: path, query and body. */
export interface Sent {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: Record<string, unknown>
}

/**
 * One caller, a row in their reach and rows beyond it: of another area or person, and of another county. Where an operation
 * touches no row of others by itself, a sentence says so.
 */
export type Reach = { by: Caller; app?: 'resident'; inside: Sent; outside: Sent[] } | string

const list = 'a list: its reach is SQL, proved in kernel/reach.test.ts and in the tests of its module'
const own = 'only what is the caller’s own'
const whole = 'a county’s alone: who has only a part of it in reach is not let in (casework/policies, casework/routing)'
const directory = 'the county’s directory, open to all its staff'

/** Callers with an area of their own, and what lies inside and outside of it, for every operation that asks who is there. */
export async function reachesOf(town: Town): Promise<Partial<Record<OperationId, Reach>>> {
  const signIn = (one: Parameters<Town['signIn']>[0]) => town.signIn(one)
  const [admin, secretary, dukou, lamps, lampsHead] = [
    await signIn(team.admin), await signIn(team.secretary), await signIn(team.dukou), await signIn(team.lamps), await signIn(team.lampsHead),
  ]
  const [wang, zhang] = [await signIn(residents.wang), await signIn(residents.zhang)]
  const organiser = await appoint(town, admin, { body: bodies.chunhui.id, role: 'administrator', login: 'chunhui-admin' })
  const far = await openNeighbour(town)
  const farGrant = await far.admin.ask('giveGrant', {
    params: { county: far.county }, key: uuidv7(),
    body: { post: far.secretary.post, action: 'staff.read', region: far.county, mayDelegate: false, reportAfterwards: false, reason: '试' },
  })
  const grantOver = async (post: string, region: number) => (await admin.ask('giveGrant', {
    params: { county }, key: uuidv7(), body: { post, action: 'staff.read', region, mayDelegate: false, reportAfterwards: false, reason: '试' },
  })).id
  const duty = async (body: string, one: typeof team.member | typeof team.dukou) => (await admin.ask('putOnDuty', {
    params: { county }, key: uuidv7(),
    body: { body, post: one.post, person: one.person, from: town.now.toISOString(), to: new Date(town.now.getTime() + 3_600_000).toISOString() },
  })).id
  const { code } = await secretary.ask('readCommunityCode', { params: { county, village: 101 } })
  const request = async (who: typeof residents.guest) => (await (await signIn(who)).ask('askMembership', { params: { code }, body: { kind: 'tenant', name: '试', address: '试' } })).id
  const { code: farCode } = await dukou.ask('readCommunityCode', { params: { county, village: 111 } })
  const elsewhere = await zhang.ask('askMembership', { params: { code: farCode }, body: { kind: 'owner', name: '试', address: '试' } })

  const photo = await photograph(wang)
  const [mine, theirs] = [await report(wang, { photos: [photo] }), await report(zhang, { place: { village: 111 } })]
  const [given, others] = [await dispatched(wang, secretary, bodies.lamps.id), await dispatchedIn111()]
  async function dispatchedIn111() {
    const id = await report(zhang, { place: { village: 111 } })
    const version = async () => (await dukou.ask('readCase', { params: { county, id } })).version
    await dukou.ask('acceptCase', { params: { county, id }, version: await version(), body: {} })
    await dukou.ask('dispatchCase', { params: { county, id }, version: await version(), body: { lead: bodies.urban.id, assists: [] } })
    return id
  }
  const seen = await secretary.ask('readCase', { params: { county, id: given } })
  const seenThere = await dukou.ask('readCase', { params: { county, id: others } })
  const [task, taskThere] = [seen.tasks[0]!.id, seenThere.tasks[0]!.id]
  const photoOfZhang = await photograph(zhang)

  const id = (one: string, body?: Record<string, unknown>): Sent => ({ params: { id: one }, ...(body && { body }) })
  const rows = (by: Caller, inside: Sent, ...outside: Sent[]): Reach => ({ by, inside, outside })
  const atDesk = rows(secretary, id(mine), id(theirs))
  const withTask = (by: Caller): Reach => rows(by, { params: { id: given, task } }, { params: { id: others, task: taskThere } }, { params: { id: given, task: taskThere } })
  const inVillage = rows(secretary, { query: { region: 101 } }, { query: { region: 111 } }, { query: { region: county } }, { query: { region: far.village } })
  const asResident = (inside: Sent, ...outside: Sent[]): Reach => ({ by: wang, app: 'resident', inside, outside })
  const committeePost = { body: bodies.yulan.id, role: 'committee_member' }
  const window = { from: town.now.toISOString(), to: town.now.toISOString() }

  return {
    createRegion: rows(organiser.caller, { params: { region: 101 }, body: { code: '990101001001009' } }, { params: { region: 111 } }, { params: { region: far.village } }),
    changeRegion: rows(organiser.caller, { params: { region: 101 } }, { params: { region: 111 } }, { params: { region: far.village } }),
    changeCalendar: 'a county’s alone: who has only a part of it in reach is not let in (regions)',
    changeOfficeHours: 'a county’s alone, as its calendar is (regions)',
    changeBodyHours: rows(organiser.caller, id(bodies.wutong.id, { week: null }), id(bodies.dukou.id, { week: null }), id(far.centre, { week: null })),

    listSessions: own, endSession: own, readMe: own, changeMe: own, giveConsent: own, readMyRecord: own, renewRecoveryCodes: own,
    askMembership: 'whoever scanned the code may ask', listMemberships: list,
    decideMembership: rows(secretary, id(await request(residents.guest), { verified: true }), id(elsewhere.id, { verified: true })),
    readCommunityCode: rows(secretary, { params: { village: 101 } }, { params: { village: 111 } }, { params: { village: far.village } }),

    listRoles: 'the same everywhere', listBodies: directory, listPublicBodies: 'the same to everybody', listPosts: directory,
    createBody: rows(organiser.caller, { body: { region: 101 } }, { body: { region: 111 } }),
    changeBody: rows(organiser.caller, id(bodies.wutong.id), id(bodies.dukou.id), id(far.centre)),
    closeBody: rows(organiser.caller, id(bodies.wutong.id), id(bodies.dukou.id), id(far.centre)),
    createPost: rows(organiser.caller, { body: committeePost }, { body: { ...committeePost, body: bodies.dukou.id } }, { body: { ...committeePost, body: far.centre } }),
    changePost: rows(organiser.caller, id(team.member.post), id(team.dukou.post), id(far.secretary.post)),
    holdPost: rows(organiser.caller, id(team.member.post, { person: team.clerk.person }), id(team.dukou.post), id(team.member.post, { person: far.secretary.person }), id(far.secretary.post)),
    leavePost: rows(organiser.caller, { params: { id: team.member.post, person: team.clerk.person } }, { params: { id: team.dukou.post, person: team.dukou.person } },
      { params: { id: far.secretary.post, person: far.secretary.person } }),
    endPost: rows(organiser.caller, id(team.grid.post), id(team.dukou.post), id(far.secretary.post)),
    listStaff: list,
    inviteStaff: rows(organiser.caller, { body: { post: team.member.post } }, { body: { post: team.dukou.post } }, { body: { post: far.secretary.post } }),
    resetStaff: rows(organiser.caller, id(team.leader.person), id(team.dukou.person), id(far.secretary.person)),
    dismissStaff: rows(organiser.caller, id(team.yinxing.person), id(team.dukou.person), id(far.secretary.person)),
    listDuties: rows(secretary, { query: { body: bodies.dukou.id, ...window } }, { query: { body: far.centre, ...window } }),
    putOnDuty: rows(organiser.caller, { body: { body: bodies.wutong.id, post: team.member.post, person: team.member.person } }, { body: { body: bodies.dukou.id } }, { body: { body: far.centre } }),
    takeOffDuty: rows(organiser.caller, id(await duty(bodies.wutong.id, team.member)), id(await duty(bodies.dukou.id, team.dukou))),
    listStationed: rows(secretary, id(bodies.dukou.id), id(far.centre)),
    listGrants: list,
    giveGrant: rows(organiser.caller, { body: { post: team.member.post, action: 'staff.read', region: 101 } }, { body: { post: far.secretary.post, action: 'staff.read', region: 101 } }),
    listReportedActs: 'what was done under grants that one’s own posts gave (identity/grants)', noteReportsSeen: 'the same acts; others are not there to be noted (identity/grants)',
    withdrawGrant: rows(organiser.caller, id(await grantOver(team.member.post, 101)), id(await grantOver(team.member.post, 111)), id(farGrant.id)),
    openPersonalField: rows(secretary, { body: { field: 'person.phone', row: residents.wang.person } }, { body: { field: 'person.phone', row: residents.zhang.person } },
      { body: { field: 'person.name', row: far.secretary.person } }),

    uploadPhoto: own, listNotices: own, countUnread: own, readNotices: own,
    readPhoto: asResident(id(photo), id(photoOfZhang)),
    live: 'a stream: who hears what is proved in its module',

    submitAppeal: 'whoever is there may report', listMyMatters: own,
    readMatter: asResident(id(mine), id(theirs)), addToMatter: asResident(id(mine), id(theirs)), rateMatter: asResident(id(mine), id(theirs)),
    readMatterPhoto: asResident({ params: { id: mine, photo } }, { params: { id: theirs, photo } }),
    coverWords: asResident(id(mine, { parts: ['的'] }), id(theirs, { parts: ['的'] })), withdrawMatter: asResident(id(given), id(theirs)),

    listCases: list, countCases: list, actOnMany: 'each case by itself, with its own answer',
    readCase: atDesk, sortCase: rows(secretary, id(mine, { category: 'noise' }), id(theirs, { category: 'noise' })), noteCase: atDesk, readCasePhoto: rows(secretary, { params: { id: mine, photo } }, { params: { id: theirs, photo } }),
    explainClock: rows(secretary, { params: { id: given, clock: seen.clocks[0]!.id } }, { params: { id: others, clock: seenThere.clocks[0]!.id } }),
    askBack: atDesk, decidePublication: atDesk, reworkCase: atDesk, closeCase: atDesk, answerCase: atDesk, dispatchCase: atDesk, escalateCase: atDesk,
    sendCaseDown: atDesk, declineCase: atDesk, acceptCase: atDesk, releaseTask: rows(secretary, { params: { id: given, task } }, { params: { id: others, task: taskThere } }),
    listImports: list, createImport: 'a county’s alone: who has only a part of it in reach is not let in (casework)', ...(await importsInReach(town, far)),
    takeTask: withTask(lamps), reportTask: withTask(lamps), returnTask: withTask(lamps), assignTask: withTask(lampsHead),

    readDigest: list, listTracks: list, keepTracks: whole,
    readPolicy: directory, listPolicyVersions: directory, readPolicyDraft: whole, savePolicyDraft: whole, dropPolicyDraft: whole, tryPolicyDraft: whole, publishPolicies: whole,
    findOfficers: rows(secretary, { params: { id: mine }, query: { body: bodies.lamps.id } }, { params: { id: theirs }, query: { body: bodies.lamps.id } }),
    readLoad: 'numbers of all bodies of the county, for whoever dispatches there', readPeoplesLoad: rows(secretary, id(bodies.wutong.id), id(bodies.dukou.id), id(far.centre)),
    adviseMode: atDesk, formGroup: atDesk, dissolveGroup: atDesk, listRemits: directory, addRemit: whole, endRemit: whole, importRemits: whole, exportRemits: directory,
    addGroupItem: atDesk, tickGroupItem: rows(secretary, { params: { id: mine, item: mine } }, { params: { id: theirs, item: theirs } }),
    readRoute: atDesk, findRoute: directory, readRouting: directory, listRoutingVersions: directory, exportRouting: directory, readRoutingDraft: whole,
    dropRoutingDraft: whole, saveRoutingEntry: whole, removeRoutingEntry: whole, saveRoutingTerms: whole, importRouting: whole, tryRoutingDraft: whole, publishRouting: whole,
    readCodes: directory, listCodesVersions: directory, readCodesDraft: whole, saveCodesDraft: whole, dropCodesDraft: whole, importCodes: whole, publishCodes: whole,

    ...(await requestsInReach(town, { wang, secretary, lamps }, others)),
    draftWords: rows(secretary, id(mine, { kind: 'reply' }), id(theirs, { kind: 'reply' })), adviseOnCase: atDesk, listSimilarCases: atDesk, findSimilarCases: list,
    ...(await exchangeInReach(admin, far)), readSignalOfCase: atDesk,
    readFigures: inVillage, listCasesBehind: inVillage, exportFigures: inVillage, exportCasesBehind: inVillage,
  }
}
