import { call } from '#screen/api.ts'
import { BodySelect } from '../../controls/body-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  of?: string
  words: string
}
const empty: Draft = { words: '' }

/** Has somebody look on site: before the dispatch whether it is as reported, after the report whether it is put right. Whoever looked before is proposed. */
export function SiteCheck({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id, state, tasks, requests } = subject
  const kind = state === 'reported' ? 'site_check' : 'site_verification'
  const before = requests.findLast((one) => one.kind === 'site_check' || one.kind === 'site_verification')?.of.id
  const [{ of = before, words }, change, clear] = useDraft<Draft>(`${id}-site-check`, empty)
  const workers = kind === 'site_check' ? tasks.filter((task) => task.state === 'reported').map((task) => task.body.id) : []
  const act = useCaseAct(
    subject,
    (version) => call('askSiteCheck', { params: { county, id }, body: { of: of!, words: words.trim() || undefined }, version }),
    () => {
      clear()
      done(t('office.acts.siteCheck.done'))
    },
  )
  return (
    <ActForm title={t('office.acts.siteCheck.title')} submit={t('office.acts.siteCheck.submit')} act={act} back={back} canSend={of !== undefined}>
      <Field label={t('office.acts.siteCheck.of')} hint={t(`office.acts.siteCheck.hint.${kind}`)}>
        {(field) => (
          <BodySelect id={field} county={county} label={t('office.acts.siteCheck.of')} without={workers} placeholder={t('office.choose.body')} value={of} onChange={(chosen) => change({ of: chosen })} />
        )}
      </Field>
      <WordsField label={t('office.acts.siteCheck.words')} optional={t('office.optional')} rows={2} value={words} onChange={(next) => change({ words: next })} />
    </ActForm>
  )
}
