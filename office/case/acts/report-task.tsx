import { call } from '#screen/api.ts'
import { Field, FieldSet } from '../../controls/field.tsx'
import { PhotoField } from '../../controls/photo-field.tsx'
import { useDraft } from '../../draft.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { instantOf } from '../../zone-time.ts'
import { ActForm } from '../act-form.tsx'
import type { TaskActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { outcomes, type Outcome } from '../choices.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  outcome?: Outcome
  words: string
  photos: string[]
  plannedUntil: string
}
const empty: Draft = { words: '', photos: [], plannedUntil: '' }

/** The result and its evidence. */
export function ReportTask({ subject, task, back, done }: TaskActProps) {
  const { t } = useSay()
  const { zone } = useReader()
  const { county, id } = subject
  const [{ outcome, words, photos, plannedUntil }, change, clear] = useDraft(`${task.id}-report`, empty)
  const isPlanned = outcome === 'planned'
  const act = useCaseAct(
    subject,
    (version) =>
      call('reportTask', {
        params: { county, id, task: task.id },
        body: {
          outcome: outcome!,
          words: words.trim(),
          photos,
          plannedUntil: isPlanned && plannedUntil ? instantOf(plannedUntil, '23:59', zone) : undefined,
        },
        version,
      }),
    () => {
      clear()
      done(t('office.acts.report.done'))
    },
  )
  const canSend = outcome !== undefined && words.trim() !== '' && (!isPlanned || plannedUntil !== '')
  return (
    <ActForm
      title={t('office.acts.report.title')}
      submit={t('office.acts.report.submit')}
      act={act}
      back={back}
      canSend={canSend}
    >
      <ChoiceField
        label={t('office.acts.outcome')}
        choices={outcomes}
        words={(one) => t(`casework.outcomes.${one}`)}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
      {isPlanned && (
        <Field label={t('office.acts.report.until')}>
          {(field) => (
            <input
              id={field}
              className="line-input"
              type="date"
              required
              value={plannedUntil}
              onChange={(event) => change({ plannedUntil: event.target.value })}
            />
          )}
        </Field>
      )}
      <WordsField
        label={t('office.acts.report.words')}
        rows={4}
        lengthMax={10_000}
        value={words}
        onChange={(next) => change({ words: next })}
      />
      <FieldSet label={t('office.acts.report.photos')}>
        <PhotoField
          county={county}
          value={photos}
          onChange={(next) => change((before) => ({ photos: next(before.photos) }))}
        />
      </FieldSet>
    </ActForm>
  )
}
