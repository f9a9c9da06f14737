import { useState } from 'react'
import { call } from '#screen/api.ts'
import { CategorySelect } from '../../controls/category-select.tsx'
import { Field } from '../../controls/field.tsx'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import { Suggested } from '../advice/suggested.tsx'
import { useAdvice } from '../advice/use-advice.ts'
import type { ActProps } from '../act-props.ts'
import { OwnerField } from '../owner-field.tsx'
import { useCaseAct } from '../use-case-act.ts'

export function Sort({ subject, back, done }: ActProps) {
  const { t, name } = useSay()
  const advice = useAdvice(subject)
  const { county, id } = subject
  const [category, setCategory] = useState(subject.category?.key)
  const [owner, setOwner] = useState(subject.owner?.key)
  const act = useCaseAct(
    subject,
    (version) => call('sortCase', { params: { county, id }, body: { category: category!, owner: owner ?? null }, version }),
    () => done(t('office.acts.sort.done')),
  )
  return (
    <ActForm
      title={t('office.acts.sort.title')}
      submit={t('office.acts.sort.submit')}
      act={act}
      back={back}
      canSend={category !== undefined && (category !== subject.category?.key || owner !== subject.owner?.key)}
    >
      <Field label={t('office.columns.category')}>
        {(field) => (
          <CategorySelect
            id={field}
            county={county}
            label={t('office.columns.category')}
            value={category}
            allowClear={false}
            onChange={setCategory}
          />
        )}
      </Field>
      <Suggested
        suggestions={(advice?.categories ?? []).map((one) => ({ ...one, value: one.key, name: name(one.name) }))}
        chosen={category}
        choose={setCategory}
        learnt={advice?.learnt.category}
      />
      <OwnerField county={county} category={category} place={subject.place.at(-1)?.id} value={owner} onChange={setOwner} />
    </ActForm>
  )
}
