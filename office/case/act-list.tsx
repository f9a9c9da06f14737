import { Button } from 'antd'
import type { Case } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { useReason, useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { CaseSearch } from '../search.ts'
import { actsOf, keyOf, type Act } from './acts-of.ts'
import { waitsForMe } from './requests.tsx'
import { useTouch } from './use-case-act.ts'

interface Props {
  subject: Case
  open: (search: CaseSearch) => void
  done: (said: string) => void
}

/** The next act as the biggest button, greyed where it waits for others; the rest below it; then what can't be done now, and why. */
export function ActList({ subject, open, done }: Props) {
  const { t, name } = useSay()
  const reason = useReason()
  const { next, waiting, open: others, rare, closed } = actsOf(subject)
  const ownTasks = subject.tasks.filter(({ mine }) => mine)
  if (!next && waiting.length === 0 && others.length === 0 && rare.length === 0 && closed.length === 0) {
    return (
      <p className="acts-none soft">
        {subject.deskIsMine || ownTasks.length > 0
          ? t('office.acts.nothing')
          : t('office.acts.notOurs', { desk: name(subject.desk.name) })}
      </p>
    )
  }
  return (
    <div className="acts">
      {next && <ActButton act={next} isNext subject={subject} open={open} done={done} />}
      {waiting.filter(({ whyNot }) => whyNot !== 'case.waits_for_leader' || !subject.requests.some(waitsForMe)).map((act) => (
        <div key={keyOf(act)} className="act-waiting">
          <Button size="large" block disabled aria-describedby={`waits-${act.name}`}>
            {t(`office.acts.${act.name}.title`)}
          </Button>
          <p id={`waits-${act.name}`} className="soft">
            {reason(act.whyNot!)}
          </p>
        </div>
      ))}
      {others.length > 0 && (
        <div className="acts-others">
          {others.map((act) => (
            <ActButton key={keyOf(act)} act={act} subject={subject} open={open} done={done} />
          ))}
        </div>
      )}
      {rare.length > 0 && (
        <details className="acts-closed">
          <summary>{t('office.acts.rare', { count: rare.length })}</summary>
          <div className="acts-others acts-rare">
            {rare.map((act) => (
              <ActButton key={keyOf(act)} act={act} subject={subject} open={open} done={done} />
            ))}
          </div>
        </details>
      )}
      {closed.length > 0 && (
        <details className="acts-closed">
          <summary>{t('office.acts.closed', { count: closed.length })}</summary>
          <ul>
            {closed.map((act) => (
              <li key={keyOf(act)}>
                <span className="act-closed" aria-disabled="true">
                  {t(`office.acts.${act.name}.title`)}
                </span>
                <span className="soft">{reason(act.whyNot!)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function ActButton({ act, isNext = false, subject, open, done }: Props & { act: Act; isNext?: boolean }) {
  const { t } = useSay()
  const words = t(`office.acts.${act.name}.title`)
  if (act.name === 'take') return <TakeButton task={act.task.id} isNext={isNext} subject={subject} done={done} />
  return (
    <Button
      type={isNext ? 'primary' : 'default'}
      size={isNext ? 'large' : 'middle'}
      block={isNext}
      className={isNext ? 'act-next' : undefined}
      onClick={() => open({ act: act.name, task: act.task?.id })}
    >
      {words}
    </Button>
  )
}

function TakeButton({
  task,
  isNext,
  subject,
  done,
}: {
  task: string
  isNext: boolean
  subject: Case
  done: (said: string) => void
}) {
  const { t } = useSay()
  const why = useWhy()
  const { county, id } = subject
  const act = useTouch(
    subject,
    (version) => call('takeTask', { params: { county, id, task }, version }),
    () => done(t('office.acts.take.done')),
  )
  return (
    <>
      <Button
        type={isNext ? 'primary' : 'default'}
        size={isNext ? 'large' : 'middle'}
        block={isNext}
        className={isNext ? 'act-next' : undefined}
        loading={act.isSending}
        onClick={act.send}
      >
        {t('office.acts.take.title')}
      </Button>
      {act.hasChanged && (
        <p className="field-error" role="alert">
          {t('office.changed.again')}
        </p>
      )}
      {act.error ? (
        <p className="field-error" role="alert">
          {why(act.error)}
        </p>
      ) : null}
    </>
  )
}
