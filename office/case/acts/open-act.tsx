import { useEffect, type ComponentType } from 'react'
import type { ActProps, TaskActProps } from '../act-props.ts'
import type { CaseActName, TaskActName } from '../acts-of.ts'
import { Accept } from './accept.tsx'
import { Answer } from './answer.tsx'
import { AskBack } from './ask-back.tsx'
import { AssignTask } from './assign-task.tsx'
import { CallAssist } from './call-assist.tsx'
import { Close } from './close.tsx'
import { Decline } from './decline.tsx'
import { Dispatch } from './dispatch.tsx'
import { DissolveGroup } from './dissolve-group.tsx'
import { Escalate } from './escalate.tsx'
import { Exclude } from './exclude.tsx'
import { Extend } from './extend.tsx'
import { FormGroup } from './form-group.tsx'
import { Instruct } from './instruct.tsx'
import { Lengthen } from './lengthen.tsx'
import { Merge } from './merge.tsx'
import { Petition } from './petition.tsx'
import { Publish } from './publish.tsx'
import { Reopen } from './reopen.tsx'
import { ReportTask } from './report-task.tsx'
import { ReturnTask } from './return-task.tsx'
import { Rework } from './rework.tsx'
import { SendDown } from './send-down.tsx'
import { SiteCheck } from './site-check.tsx'
import { Sort } from './sort.tsx'
import { Supervise } from './supervise.tsx'
import { Talk } from './talk.tsx'
import { TakeApart } from './take-apart.tsx'

const ofCase: Record<CaseActName, ComponentType<ActProps>> = {
  accept: Accept,
  answer: Answer,
  askBack: AskBack,
  callAssist: CallAssist,
  close: Close,
  decline: Decline,
  dispatch: Dispatch,
  dissolveGroup: DissolveGroup,
  escalate: Escalate,
  exclude: Exclude,
  formGroup: FormGroup,
  instruct: Instruct,
  lengthen: Lengthen,
  merge: Merge,
  petition: Petition,
  publish: Publish,
  reopen: Reopen,
  rework: Rework,
  sendDown: SendDown,
  siteCheck: SiteCheck,
  sort: Sort,
  supervise: Supervise,
  takeApart: TakeApart,
  talk: Talk,
}
/** Taking needs no form. */
const ofTask: Record<Exclude<TaskActName, 'take'>, ComponentType<TaskActProps>> = {
  assign: AssignTask,
  extend: Extend,
  report: ReportTask,
  return: ReturnTask,
}

/** The form of the act that the address names. An act that can't be done now goes back to the list, which says why. */
export function OpenAct({ name, taskId, ...props }: ActProps & { name: string; taskId: string | undefined }) {
  const { subject, back } = props
  const task = subject.tasks.find(({ id }) => id === taskId)
  const ForCase = name in ofCase && subject.may[name] !== undefined ? ofCase[name as CaseActName] : undefined
  const ForTask = task && name in ofTask ? ofTask[name as keyof typeof ofTask] : undefined
  const isKnown = ForCase !== undefined || ForTask !== undefined
  // Decided when it is opened: a case that changes meanwhile keeps its form, with what was typed.
  const mayOpen = isKnown && (task ? task.may[name] : subject.may[name]) === null
  useEffect(() => {
    if (!mayOpen) back()
    // Only on opening.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  if (ForTask && task) return <ForTask {...props} task={task} />
  return ForCase ? <ForCase {...props} /> : null
}
