import type { OperationId } from '#contract/paths.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, actOnTask, answered, answeredFrom, decide, dispatched, report } from './steps.ts'
import type { Reach, Sent } from './reaches.ts'
import type { Caller, Town } from './town.ts'

/** For every operation on what bodies ask of each other: one in Wutong's reach, and those of a case in Dukou. */
export async function requestsInReach(town: Town, { wang, secretary, lamps }: { wang: Caller; secretary: Caller; lamps: Caller }, others: string): Promise<Partial<Record<OperationId, Reach>>> {
  const [li, member, clerk, urban] = [await town.signIn(residents.li), await town.signIn(team.member), await town.signIn(team.clerk), await town.signIn(team.urban)]
  const rows = (by: Caller, inside: Sent, ...outside: Sent[]): Reach => ({ by, inside, outside })
  const requestOf = async (id: string) => (await secretary.ask('readCase', { params: { county, id } })).requests[0]!.id

  const longer = await dispatched(wang, secretary, bodies.lamps.id)
  await actOnTask(lamps, 'askExtension', longer, { workingDays: 2, words: '缺配件。' })
  await actOnTask(urban, 'askExtension', others, { workingDays: 2, words: '缺配件。' })
  const gated = await accepted(li, member)
  await act(member, 'markPetition', gated, {})
  await act(member, 'dispatchCase', gated, { lead: bodies.lamps.id, assists: [] })
  const urged = await dispatched(wang, secretary, bodies.wutong.id)
  await act(clerk, 'superviseCase', urged, { of: bodies.wutong.id, words: '请抓紧。' })
  const rated = await answered(wang, secretary, bodies.wutong.id)
  await wang.ask('rateMatter', { params: { county, id: rated }, body: { contacted: true, solved: 'no', satisfied: 1 } })
  const reviewed = await report(wang)
  await act(secretary, 'markPetition', reviewed, {})
  await answeredFrom(secretary, reviewed)
  await wang.ask('askReview', { params: { county, id: reviewed }, body: { words: '只换了灯泡。' } })
  const whose = await accepted(wang, secretary)
  await act(secretary, 'openOwnershipTalk', whose, { bodies: [bodies.lamps.id], words: '这盏灯归谁？' })
  const taken = await accepted(wang, secretary)
  await act(secretary, 'openOwnershipTalk', taken, { bodies: [bodies.lamps.id], words: '这盏灯归谁？' })
  await decide(lamps, 'sayWhose', taken, 'ownership', { takes: true })
  const looked = await report(wang)
  await act(secretary, 'askSiteCheck', looked, { of: bodies.lamps.id })
  const open = await report(wang)
  const working = await dispatched(wang, secretary, bodies.lamps.id)
  const { tasks: [task] } = await secretary.ask('readCase', { params: { county, id: working } })

  const far = { params: { id: others, request: await requestOf(longer) } }
  const on = async (id: string) => ({ params: { id, request: await requestOf(id) } })
  return {
    ruleOnRequest: rows(secretary, await on(longer), far), decideGate: rows(secretary, await on(gated), far), undoGate: rows(secretary, await on(gated), far),
    answerSupervision: rows(secretary, await on(urged), far), callBack: rows(clerk, await on(rated), far),
    superviseCase: rows(clerk, { params: { id: open } }, { params: { id: others } }),
    askExclusion: rows(secretary, { params: { id: open } }, { params: { id: others } }), markPetition: rows(secretary, { params: { id: open } }, { params: { id: others } }),
    askExtension: rows(lamps, { params: { id: working, task: task!.id } }, { params: { id: others, task: task!.id } }),
    instructCase: rows(secretary, { params: { id: open } }, { params: { id: others } }), reopenCase: rows(secretary, { params: { id: rated } }, { params: { id: others } }),
    callAssist: rows(secretary, { params: { id: working } }, { params: { id: others } }), takeCaseApart: rows(secretary, { params: { id: open } }, { params: { id: others } }),
    mergeCase: rows(secretary, { params: { id: open }, body: { into: working } }, { params: { id: others }, body: { into: open } }, { params: { id: open }, body: { into: others } }),
    reopenMatter: { by: wang, app: 'resident', inside: { params: { id: rated } }, outside: [{ params: { id: others } }] },
    askReview: { by: wang, app: 'resident', inside: { params: { id: rated } }, outside: [{ params: { id: others } }] },
    askPetitionExtension: rows(secretary, { params: { id: open } }, { params: { id: others } }), giveOpinion: rows(clerk, await on(reviewed), far),
    openOwnershipTalk: rows(secretary, { params: { id: open } }, { params: { id: others } }), sayWhose: rows(lamps, await on(whose), far),
    askSiteCheck: rows(secretary, { params: { id: open } }, { params: { id: others } }), answerSiteCheck: rows(lamps, await on(looked), far),
    settleOwnership: rows(secretary, { params: { id: taken, request: (await secretary.ask('readCase', { params: { county, id: taken } })).requests.at(-1)!.id } }, far),
    joinMatter: 'what is public is anybody’s to join; all else is not there (casework/merging)',
    listRequests: 'a list of what my bodies decide or asked for', decideMany: 'each request by itself, with its own answer',
    enterAppeal: 'staff write down what anybody in their county says', lookUpCaller: 'what it names carries the reach of each case (casework/doors)',
  }
}
