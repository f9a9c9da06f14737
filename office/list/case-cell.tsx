import type { CaseRow } from '#contract/cases.ts'
import { Due } from '../controls/due.tsx'
import { StateMark } from '../controls/state-mark.tsx'
import { When } from '../controls/when.tsx'
import { useSay } from '../say.ts'
import type { Column } from './columns.ts'

/** What one column says of one case. */
export function CaseCell({ row, column }: { row: CaseRow; column: Exclude<Column, 'number'> }) {
  const { t, name } = useSay()
  switch (column) {
    case 'category':
      return row.category ? name(row.category) : <span className="soft">{t('office.list.unsorted')}</span>
    case 'place':
      return row.place.map((region) => (
        <span key={region.zh} title={name(region)}>
          {name(region)}{' '}
        </span>
      ))
    case 'state':
      return row.task && row.state === 'dispatched' ? (
        <TaskMark state={row.task.state} />
      ) : (
        <StateMark state={row.state} />
      )
    case 'level':
      return t(`casework.levels.${row.level}`)
    case 'due':
      return row.due ? (
        <Due
          at={row.due.at}
          paused={row.due.paused}
          breached={row.due.breached}
          what={t(`casework.clocks.${row.due.kind}`)}
        />
      ) : (
        <span className="soft">—</span>
      )
    case 'handler':
      return <Handler row={row} />
    case 'desk':
      return name(row.desk.name)
    case 'receivedAt':
      return <When at={row.receivedAt} />
    case 'photos':
      return row.photos > 0 ? <span className="figures">{row.photos}</span> : <span className="soft">—</span>
  }
}

function TaskMark({ state }: { state: NonNullable<CaseRow['task']>['state'] }) {
  const { t } = useSay()
  return (
    <span className={`state state-task-${state}`}>
      <span className="state-dot" aria-hidden="true" />
      {t(`casework.taskStates.${state}`)}
    </span>
  )
}

function Handler({ row: { task, desk } }: { row: CaseRow }) {
  const { t, name } = useSay()
  if (!task)
    return (
      <span className="handler">
        <span className="soft" title={name(desk.name)}>
          {name(desk.name)}
        </span>
      </span>
    )
  return (
    <span className="handler">
      <span className={task.isMine ? 'handler-mine' : undefined}>
        {task.handler ?? <span className="soft">{t('office.list.nobody')}</span>}
      </span>
      <span className="soft" title={name(task.body.name)}>
        {name(task.body.name)}
      </span>
    </span>
  )
}
