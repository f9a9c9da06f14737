import { call } from '#screen/api.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'

/** A petition matter passes both gates: said once more before it is marked. */
export function Petition({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const act = useCaseAct(
    subject,
    (version) => call('markPetition', { params: { county, id }, body: {}, version }),
    () => done(t('office.acts.petition.done')),
  )
  return (
    <ActForm title={t('office.acts.petition.title')} submit={t('office.acts.petition.submit')} act={act} back={back}>
      <p>{t('office.acts.petition.sure')}</p>
    </ActForm>
  )
}
