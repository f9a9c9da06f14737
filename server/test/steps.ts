import sharp from 'sharp'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Operations } from '#contract/index.ts'
import type { OperationId } from '#contract/paths.ts'
import { bodies, county } from '#server/demo/cast.ts'
import { photoForm } from './photo-form.ts'
import type { Caller } from './town.ts'

export type CaseAct = Extract<
  OperationId,
  'acceptCase' | 'declineCase' | 'askBack' | 'sortCase' | 'decidePublication' | 'dispatchCase' | 'escalateCase' | 'sendCaseDown' | 'reworkCase' | 'closeCase' | 'answerCase'
  | 'callAssist' | 'formGroup' | 'dissolveGroup' | 'takeCaseApart' | 'markPetition' | 'openOwnershipTalk' | 'askSiteCheck' | 'askPetitionExtension' | 'askExclusion' | 'superviseCase' | 'instructCase' | 'reopenCase'
>
export type RequestAct = Extract<OperationId, 'decideGate' | 'undoGate' | 'ruleOnRequest' | 'answerSupervision' | 'callBack' | 'giveOpinion' | 'sayWhose' | 'settleOwnership' | 'answerSiteCheck'>
export type TaskAct = Extract<OperationId, 'takeTask' | 'assignTask' | 'returnTask' | 'reportTask' | 'releaseTask' | 'askExtension'>

/** What is sent with an operation; a story may have it ready and unchanging. */
type Frozen<T> = { readonly [Key in keyof T]: Frozen<T[Key]> }
export type BodyOf<Id extends OperationId> = Frozen<Operations[Id]['body']>

/** A resident says that a lamp is broken; the case's id comes back. */
export async function report(by: Caller, more: Partial<BodyOf<'submitAppeal'>> = {}): Promise<string> {
  const body = { words: '3 幢门口的路灯坏了，晚上很黑，老人不敢出门。', category: 'lighting', place: { village: 101 }, visibility: 'private' as const, photos: [], ...more }
  return (await by.ask('submitAppeal', { key: uuidv7(), body })).id
}

/** An act on the case as it stands now. */
export async function act<Id extends CaseAct>(by: Caller, id: Id, on: string, body: BodyOf<Id>) {
  const { version } = await by.ask('readCase', { params: { county, id: on } })
  return await by.call(id, { params: { county, id: on } as never, version, body })
}

/** An act on the body's own open task. */
export async function actOnTask<Id extends TaskAct>(by: Caller, id: Id, on: string, body: BodyOf<Id>, find = (task: { mine: boolean; state: string }) => task.mine && (task.state === 'assigned' || task.state === 'taken')) {
  const { version, tasks } = await by.ask('readCase', { params: { county, id: on } })
  const task = tasks.find(find)
  if (!task) throw new Error('no such task')
  return await by.call(id, { params: { county, id: on, task: task.id } as never, version, body })
}

/** The lead gives its task back, and the desk agrees. */
export async function givenBack(by: Caller, desk: Caller, on: string, body: BodyOf<'returnTask'>) {
  await actOnTask(by, 'returnTask', on, body)
  return await decide(desk, 'ruleOnRequest', on, 'return', { granted: true })
}

/** A decision on the case's newest request of a kind. */
export async function decide<Id extends RequestAct>(by: Caller, id: Id, on: string, kind: string, body: BodyOf<Id>) {
  const { version, requests } = await by.ask('readCase', { params: { county, id: on } })
  const request = requests.findLast((one) => one.kind === kind)
  if (!request) throw new Error('no such request')
  return await by.call(id, { params: { county, id: on, request: request.id } as never, version, body })
}

/** Reported somewhere in the county, sent down to Chunhui and from there to Wutong: at its desk, and the others had it. */
export async function sentDown(resident: Caller, centre: Caller, clerk: Caller, more: Partial<BodyOf<'submitAppeal'>> = {}): Promise<string> {
  const id = await report(resident, { place: { address: '梧桐里附近' }, ...more })
  await act(centre, 'sendCaseDown', id, { to: bodies.chunhui.id, instruction: '请核实地点。' })
  await act(clerk, 'sendCaseDown', id, { to: bodies.wutong.id, instruction: '在你社区，请受理。' })
  return id
}

/** Taken in by the committee. */
export async function accepted(resident: Caller, committee: Caller, more: Partial<BodyOf<'submitAppeal'>> = {}): Promise<string> {
  const id = await report(resident, more)
  await act(committee, 'acceptCase', id, {})
  return id
}

/** Given by the committee to a lead, and to assists. */
export async function dispatched(resident: Caller, committee: Caller, lead: string, assists: string[] = []): Promise<string> {
  const id = await accepted(resident, committee)
  await act(committee, 'dispatchCase', id, { lead, assists })
  return id
}

/** What was received is accepted, handled by the committee itself, and answered; its secretary passes every gate. */
export async function answeredFrom(committee: Caller, id: string): Promise<void> {
  await act(committee, 'acceptCase', id, {})
  await againToAnswer(committee, id)
}

/** From acceptance to the answer. */
export async function againToAnswer(committee: Caller, id: string): Promise<void> {
  await act(committee, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
  await actOnTask(committee, 'takeTask', id, {})
  await actOnTask(committee, 'reportTask', id, { outcome: 'solved', words: '已更换灯泡。', photos: [] })
  await act(committee, 'closeCase', id, { outcome: 'solved' })
  await act(committee, 'answerCase', id, { words: '路灯已修好，感谢您的反映。', photos: [] })
}

/** Dispatched by the committee to itself, taken and reported. */
export async function reported(resident: Caller, committee: Caller, body: string): Promise<string> {
  const id = await dispatched(resident, committee, body)
  await actOnTask(committee, 'takeTask', id, {})
  await actOnTask(committee, 'reportTask', id, { outcome: 'solved', words: '已更换灯泡。', photos: [] })
  return id
}

export async function closed(resident: Caller, committee: Caller, body: string): Promise<string> {
  const id = await reported(resident, committee, body)
  await act(committee, 'closeCase', id, { outcome: 'solved' })
  return id
}

export async function answered(resident: Caller, committee: Caller, body: string): Promise<string> {
  const id = await closed(resident, committee, body)
  await act(committee, 'answerCase', id, { words: '路灯已修好，感谢您的反映。', photos: [] })
  return id
}

/** A picture that is sent up and not used yet. */
export async function photograph(by: Caller): Promise<string> {
  const picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#336699' } }).jpeg().toBuffer()
  return (await by.ask('uploadPhoto', { key: uuidv7(), ...photoForm(picture) })).id
}

/** A work note on the body's own open task, or words to the resident. */
export function note(by: Caller, on: string, more: Partial<BodyOf<'noteCase'>> = {}, key = uuidv7()) {
  const body = { words: '已到现场查看。', photos: [], audience: 'staff' as const, ...more }
  return by.call('noteCase', { params: { county, id: on }, key, body })
}
