import { addressOf, call } from '#screen/api.ts'
import { FieldSet } from '../../controls/field.tsx'
import { useDraft } from '../../draft.ts'
import { useSay } from '../../say.ts'
import { ActForm } from '../act-form.tsx'
import type { ActProps } from '../act-props.ts'
import { ChoiceField } from '../choice-field.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { WordsField } from '../words-field.tsx'

interface Draft {
  decision: 'publish' | 'keep'
  words?: string
  why: string
  photos: string[]
}
const empty: Draft = { decision: 'publish', why: '', photos: [] }

/** The resident wishes the matter public: intake shortens the words to what everyone may read, or keeps it private and says why. */
export function Publish({ subject, back, done }: ActProps) {
  const { t } = useSay()
  const { county, id, appeals } = subject
  const [draft, change, clear] = useDraft(`${id}-publish`, empty)
  const words = draft.words ?? appeals[0]?.words ?? ''
  const photos = appeals.flatMap((appeal) => appeal.photos)
  const isPublished = draft.decision === 'publish'
  const act = useCaseAct(
    subject,
    (version) =>
      call('decidePublication', {
        params: { county, id },
        body: isPublished
          ? { publish: true, words: words.trim(), photos: draft.photos }
          : { publish: false, words: draft.why.trim() || undefined, photos: [] },
        version,
      }),
    () => {
      clear()
      done(t(isPublished ? 'office.acts.publish.done' : 'office.acts.publish.keptDone'))
    },
  )
  const choose = (photo: string, chosen: boolean) =>
    change((before) => ({ photos: chosen ? [...before.photos, photo] : before.photos.filter((one) => one !== photo) }))
  return (
    <ActForm
      title={t('office.acts.publish.title')}
      submit={t(isPublished ? 'office.acts.publish.submit' : 'office.acts.publish.keep')}
      act={act}
      back={back}
      canSend={!isPublished || words.trim() !== ''}
    >
      <ChoiceField
        label={t('office.acts.publish.decision')}
        choices={['publish', 'keep'] as const}
        words={(one) => t(`office.acts.publish.choices.${one}`)}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
      />
      {!isPublished && (
        <WordsField
          label={t('office.acts.publish.why')}
          hint={t('office.acts.publish.whyHint')}
          optional={t('office.optional')}
          rows={3}
          value={draft.why}
          onChange={(why) => change({ why })}
        />
      )}
      {isPublished && (
        <>
          <WordsField
            label={t('office.acts.publish.words')}
            hint={t('office.acts.publish.hint')}
            rows={5}
            lengthMax={10_000}
            value={words}
            onChange={(next) => change({ words: next })}
          />
          {photos.length > 0 && (
            <FieldSet label={t('office.acts.publish.photos')} hint={t('office.acts.publish.photosHint')}>
              <div className="choose-photos">
                {photos.map((photo, at) => (
                  <label key={photo.id}>
                    <input
                      type="checkbox"
                      checked={draft.photos.includes(photo.id)}
                      onChange={(event) => choose(photo.id, event.target.checked)}
                    />
                    <img
                      src={addressOf('readCasePhoto', { county, id, photo: photo.id }, { size: 'thumb' })}
                      alt={t('office.photos.title', { number: at + 1, count: photos.length })}
                    />
                  </label>
                ))}
              </div>
            </FieldSet>
          )}
        </>
      )}
    </ActForm>
  )
}
