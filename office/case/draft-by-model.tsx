import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Case } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { useWhy } from '../controls/why.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import './draft-by-model.css'

interface Props {
  subject: Case
  onTaken: (words: string) => void
}

/** Where the operator has set a model: a draft to read, beside what one has written, never in its place by itself. */
export function DraftByModel({ subject: { county, id }, onTaken }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const { drafting } = useSuspenseQuery(reading('readSettings')).data
  const draft = useMutation({ mutationFn: () => call('draftWords', { params: { county, id }, body: { kind: 'reply' } }) })
  if (!drafting) return null
  return (
    <div className="draft-by-model" aria-live="polite">
      <Button size="small" loading={draft.isPending} onClick={() => draft.mutate()}>
        {t('office.drafting.ask')}
      </Button>
      {draft.error && (
        <p className="field-error" role="alert">
          {why(draft.error)}
        </p>
      )}
      {draft.data && (
        <>
          <blockquote>{draft.data.words}</blockquote>
          <p className="field-hint">{t('office.drafting.check', { count: draft.data.masked })}</p>
          <Button size="small" onClick={() => onTaken(draft.data.words)}>
            {t('office.drafting.take')}
          </Button>
        </>
      )}
    </div>
  )
}
