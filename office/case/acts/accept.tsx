import { call } from '#screen/api.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import { Suggested } from '../advice/suggested.tsx'
import { useAdvice } from '../advice/use-advice.ts'
import type { ActProps } from '../act-props.ts'
import { OwnerField } from '../owner-field.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  category?: string
  owner?: string
  words: string
}
const empty: Draft = { words: '' }

export function Accept({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const advice = useAdvice(subject)
  const { county, id } = subject
  const [draft, change, clear] = useDraft(`${id}-accept`, empty)
  const category = draft.category ?? subject.category?.key
  const act = useCaseAct(
    subject,
    (version) =>
      call('acceptCase', {
        params: { county, id },
        body: { category, ...(draft.owner && { owner: draft.owner }), words: draft.words.trim() || undefined },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.accept.done'))
    },
  )
  return (
    <ActForm title={t('office.acts.accept.title')} submit={t('office.acts.accept.submit')} act={act} back={back}>
      <Field label={t('office.columns.category')}>
        {(field) => (
          <CategorySelect
            id={field}
            county={county}
            label={t('office.columns.category')}
            value={category}
            onChange={(chosen) => change({ category: chosen })}
          />
        )}
      </Field>
      <Suggested
        suggestions={(advice?.categories ?? []).map((one) => ({ ...one, value: one.key, name: name(one.name) }))}
        chosen={category}
        choose={(chosen) => change({ category: chosen })}
        learnt={advice?.learnt.category}
      />
      <OwnerField
        county={county}
        category={category}
        place={subject.place.at(-1)?.id}
        value={draft.owner ?? subject.owner?.key}
        onChange={(owner) => change({ owner })}
      />
      <WordsField
        label={t('office.acts.wordsToResident')}
        optional={t('office.optional')}
        hint={t('office.acts.accept.hint')}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
    </ActForm>
  )
}
