import type { Case, Task } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { Due } from '../controls/due.tsx'
import { When } from '../controls/when.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { CaseSearch } from '../search.ts'
import { useTouch } from './use-case-act.ts'

interface Props {
  subject: Case
  open: (search: CaseSearch) => void
  done: (said: string) => void
}

/** Which bodies work on it, as what, who does it there, until when. */
export function Tasks({ subject, open, done }: Props) {
  const { t } = useSay()
  if (subject.tasks.length === 0) return null
  return (
    <section className="side-part" aria-labelledby="tasks-heading">
      <h2 id="tasks-heading">{t('office.case.tasks')}</h2>
      <ul className="tasks">
        {subject.tasks.map((task) => (
          <TaskLine key={task.id} subject={subject} task={task} open={open} done={done} />
        ))}
      </ul>
    </section>
  )
}

function TaskLine({ subject, task, open, done }: Props & { task: Task }) {
  const { t, name } = useSay()
  const isOpen = task.state === 'assigned' || task.state === 'taken'
  return (
    <li className={isOpen ? 'task' : 'task task-over'}>
      <p className="task-head">
        <span className="task-role">{t(`casework.taskRoles.${task.role}`)}</span>
        <span className="task-body">{name(task.body.name)}</span>
        <span className={`state state-task-${task.state}`}>
          <span className="state-dot" aria-hidden="true" />
          {t(`casework.taskStates.${task.state}`)}
        </span>
      </p>
      <p className="task-line">
        {task.handler ? (
          <span>
            {t('office.case.handler')} {task.handler.name}
          </span>
        ) : (
          isOpen && <span className="soft">{t('office.list.nobody')}</span>
        )}
        {task.mine && task.may.assign === null ? (
          <button type="button" className="link" onClick={() => open({ act: 'assign', task: task.id })}>
            {t(task.handler ? 'office.acts.assign.change' : 'office.acts.assign.title')}
          </button>
        ) : null}
      </p>
      {task.instruction && <p className="task-instruction">{task.instruction}</p>}
      {isOpen && task.dueAt ? (
        <p className="task-line">
          <Due at={task.dueAt} />
        </p>
      ) : null}
      {task.may.release === null ? <Release subject={subject} task={task} done={done} /> : null}
      {task.outcome && <p className="task-line">{t(`casework.outcomes.${task.outcome}`)}</p>}
      <p className="task-line soft">
        {name(task.assignedBy)} · <When at={task.assignedAt} />
      </p>
    </li>
  )
}

/** An assist that is no longer needed. */
function Release({ subject, task, done }: Omit<Props, 'open'> & { task: Task }) {
  const { t } = useSay()
  const why = useWhy()
  const { county, id } = subject
  const act = useTouch(
    subject,
    (version) => call('releaseTask', { params: { county, id, task: task.id }, version }),
    () => done(t('office.acts.release.done')),
  )
  return (
    <p className="task-line">
      <button type="button" className="link" disabled={act.isSending} onClick={act.send}>
        {t('office.acts.release.title')}
      </button>
      {act.hasChanged && (
        <span className="field-error" role="alert">
          {t('office.changed.again')}
        </span>
      )}
      {act.error ? (
        <span className="field-error" role="alert">
          {why(act.error)}
        </span>
      ) : null}
    </p>
  )
}
