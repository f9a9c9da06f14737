import { call } from '#screen/api.ts'
import { FieldSet } from '../../controls/field.tsx'
import { PhotoField } from '../../controls/photo-field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { DraftByModel } from '../draft-by-model.tsx'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  words: string
  photos: string[]
}
const empty: Draft = { words: '', photos: [] }

/** What the resident is told at the end. The last report can be taken over as a beginning. */
export function Answer({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id } = subject
  const [{ words, photos }, change, clear] = useDraft(`${id}-answer`, empty)
  const report = subject.steps.findLast(({ kind, words: said }) => kind.endsWith('reported') && said)?.words
  const act = useCaseAct(
    subject,
    (version) => call('answerCase', { params: { county, id }, body: { words: words.trim(), photos }, version }),
    () => {
      clear()
      done(t('office.acts.answer.done'))
    },
  )
  return (
    <ActForm
      title={t('office.acts.answer.title')}
      submit={t('office.acts.answer.submit')}
      act={act}
      back={back}
      canSend={words.trim() !== ''}
    >
      <WordsField
        label={t('office.acts.wordsToResident')}
        hint={
          report && !words ? (
            <button type="button" className="link" onClick={() => change({ words: report })}>
              {t('office.acts.answer.takeReport')}
            </button>
          ) : (
            t('office.acts.answer.hint')
          )
        }
        rows={7}
        lengthMax={10_000}
        value={words}
        onChange={(next) => change({ words: next })}
      />
      <DraftByModel subject={subject} onTaken={(drafted) => change({ words: drafted })} />
      <FieldSet label={t('office.photos.field')}>
        <PhotoField
          county={county}
          value={photos}
          onChange={(next) => change((before) => ({ photos: next(before.photos) }))}
        />
      </FieldSet>
    </ActForm>
  )
}
