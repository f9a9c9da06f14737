import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseState } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { Field, FieldSet } from '../../controls/field.tsx'
import { StateMark } from '../../controls/state-mark.tsx'
import { When } from '../../controls/when.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'

interface Candidate {
  id: string
  number: string
  words: string
  state: CaseState
  receivedAt: string
}

const over: readonly CaseState[] = ['declined', 'closed', 'answered', 'rated', 'withdrawn', 'merged']

/** The same trouble as another case: one of those that look alike, or one by its number. */
export function Merge({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [into, setInto] = useState<string>()
  const [number, setNumber] = useState('')
  const wanted = number.trim()
  const { data: similar } = useQuery({ ...reading('listSimilarCases', { params: { county, id } }), staleTime: 60_000, retry: false })
  const { data: numbered } = useQuery({
    ...reading('listCases', { params: { county }, query: { list: 'cases', number: wanted, limit: 5 } }),
    enabled: /\d/.test(wanted),
  })
  const byNumber: Candidate[] = wanted ? (numbered?.items ?? []).map((one) => ({ ...one, words: one.title })) : []
  const candidates = [...new Map([...byNumber, ...(similar?.items ?? [])].map((one): [string, Candidate] => [one.id, one])).values()].filter((one) => one.id !== id && !over.includes(one.state))
  const act = useCaseAct(
    subject,
    (version) => call('mergeCase', { params: { county, id }, body: { into: into! }, version }),
    () => done(t('office.acts.merge.done')),
  )
  return (
    <ActForm
      title={t('office.acts.merge.title')}
      submit={t('office.acts.merge.submit')}
      act={act}
      back={back}
      canSend={candidates.some((one) => one.id === into)}
    >
      <p className="field-hint">{t('office.acts.merge.hint')}</p>
      <Field label={t('office.acts.merge.number')} optional={t('office.optional')} error={wanted && numbered?.items.length === 0 ? t('office.acts.merge.notFound', { number: wanted }) : undefined}>
        {(field, describedBy) => (
          <input
            id={field}
            aria-describedby={describedBy}
            className="line-input figures"
            placeholder={t('office.acts.merge.numberHint')}
            maxLength={20}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        )}
      </Field>
      <FieldSet label={t('office.acts.merge.which')}>
        {candidates.length === 0 && <p className="soft">{t('office.acts.merge.none')}</p>}
        <div className="merge-into">
          {candidates.map((one) => (
            <label key={one.id} className="merge-one">
              <input type="radio" name="merge-into" checked={into === one.id} onChange={() => setInto(one.id)} />
              <span className="similar-words">{one.words}</span>
              <span className="similar-line soft">
                <span className="figures">{one.number}</span>
                <StateMark state={one.state} />
                <When at={one.receivedAt} />
              </span>
            </label>
          ))}
        </div>
      </FieldSet>
    </ActForm>
  )
}
