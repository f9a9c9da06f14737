import { useState } from 'react'
import { call } from '#screen/api.ts'
import { Field } from '../../controls/field.tsx'
import { PersonSelect } from '../../controls/person-select.tsx'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { TaskActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'

export function AssignTask({ subject, task, back, done }: TaskActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [person, setPerson] = useState<string>()
  const act = useCaseAct(
    subject,
    (version) => call('assignTask', { params: { county, id, task: task.id }, body: { person: person! }, version }),
    () => done(t('office.acts.assign.done')),
  )
  return (
    <ActForm
      title={t('office.acts.assign.title')}
      submit={t('office.acts.assign.submit')}
      act={act}
      back={back}
      canSend={person !== undefined}
    >
      <Field label={t('office.acts.assign.person')}>
        {(field) => (
          <PersonSelect
            id={field}
            county={county}
            body={task.body.id}
            label={t('office.acts.assign.person')}
            value={person}
            onChange={setPerson}
          />
        )}
      </Field>
    </ActForm>
  )
}
