import { call } from '#screen/api.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'

/** Not the same after all: said once more before it goes its own way again. */
export function TakeApart({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const act = useCaseAct(
    subject,
    (version) => call('takeCaseApart', { params: { county, id }, body: {}, version }),
    () => done(t('office.acts.takeApart.done')),
  )
  return (
    <ActForm title={t('office.acts.takeApart.title')} submit={t('office.acts.takeApart.submit')} act={act} back={back}>
      <p>{t('office.acts.takeApart.sure')}</p>
    </ActForm>
  )
}
