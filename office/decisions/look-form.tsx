import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { ChoiceField } from '../case/choice-field.tsx'
import { Area } from '../controls/area.tsx'
import { Field, FieldSet } from '../controls/field.tsx'
import { PhotoField } from '../controls/photo-field.tsx'
import { useDraft } from '../draft.ts'
import { useSay } from '../say.ts'
import { FormFrame, type FormProps } from './decision-form.tsx'

type Found = Operations['answerSiteCheck']['body']
const noPhotos: { photos: string[] } = { photos: [] }

/** What was found on site: yes or no, a picture, and in words what was seen where it is a no. */
export function LookForm({ on: { county }, request, send, ...rest }: FormProps & { send: (found: Found) => void }) {
  const { t } = useSay()
  const kind = request.kind === 'site_check' ? 'site_check' : 'site_verification'
  const [found, setFound] = useState<'yes' | 'no'>()
  const [words, setWords] = useState('')
  // What is uploaded survives a reload: nobody goes back to the place for it.
  const [{ photos }, change] = useDraft(`${request.id}-look`, noPhotos)
  const said = words.trim()
  return (
    <FormFrame
      {...rest}
      title={t(`office.requests.site.title.${kind}`)}
      submit={t('office.requests.site.send')}
      canSend={found !== undefined && photos.length > 0 && (found === 'yes' || said !== '')}
      send={() => send({ isSo: found === 'yes', photos, ...(said && { words: said }) })}
    >
      <ChoiceField label={t('office.requests.site.found')} choices={['yes', 'no'] as const} words={(one) => t(`office.requests.site.${one}.${kind}`)} value={found} onChange={setFound} />
      <FieldSet label={t('office.requests.site.photos')} hint={t('office.requests.site.photosHint')}>
        <PhotoField county={county} value={photos} onChange={(next) => change((before) => ({ photos: next(before.photos) }))} />
      </FieldSet>
      <Field label={t('office.requests.site.words')} optional={found === 'no' ? undefined : t('office.optional')}>
        {(field) => <Area id={field} rows={2} maxLength={2000} value={words} onChange={setWords} />}
      </Field>
    </FormFrame>
  )
}
