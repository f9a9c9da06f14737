import { useQuery } from '@tanstack/react-query'
import { askPublicity } from '../asking/matters.ts'
import { Choice } from '../controls/choice.tsx'
import { EyeIcon } from '../frame/icons.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { useCaseWords } from '../matter/case-words.ts'
import type { Draft } from './draft.ts'
import { usePictureUrl } from './pictures.ts'
import { coverNumbers } from './public-words.ts'
import '../matters/rows.css'
import { Question } from './question.tsx'
import type { Part } from './report.tsx'
import './who-sees.css'

/** The third question: private unless the person says otherwise, and then they see what others would see. */
export function WhoSees({ draft, change }: Part) {
  const t = useWords()
  const { county, village } = draft.place
  // Not known, as with no network: the wish is taken down, and the rules decide when it comes in.
  const isForbidden = useQuery({ ...askPublicity(county ?? 0, village?.id, draft.category ?? undefined), enabled: county !== null }).data === false
  if (isForbidden) {
    return (
      <Question number={3} title={t('report.whoSees')}>
        <p><strong>{t('whoSees.private')}</strong></p>
        <p>{t('whoSees.forbidden')}</p>
      </Question>
    )
  }
  return (
    <Question number={3} title={t('report.whoSees')}>
      <Choice legend={t('report.whoSees')} hideLegend look="cards" value={draft.visibility}
        options={[
          { value: 'private', label: t('whoSees.private'), more: t('whoSees.privateMore') },
          { value: 'public', label: t('whoSees.public'), more: t('whoSees.publicMore') },
        ]}
        onChoose={(chosen) => change((now) => ({ ...now, visibility: chosen }))} />
      {draft.visibility === 'public' && <Preview draft={draft} />}
    </Question>
  )
}

/** As long as a phone number; text, so that no line breaks between it and the stop after it. */
const cover = '\u00a0'.repeat(22)

/** What the public would see, as it would stand in their list. */
function Preview({ draft: { words, photos, place, begunAt } }: { draft: Draft }) {
  const t = useWords()
  const name = useName()
  const { state } = useCaseWords()
  const { date } = useTime()
  const parts = coverNumbers(words.trim())
  return (
    <figure className="preview">
      <figcaption className="preview-caption"><EyeIcon size={20} />{t('whoSees.preview')}</figcaption>
      <div className="preview-matter">
        <p className="preview-words">
          {parts.length === 0 && <span className="faint">{t('whoSees.noWords')}</span>}
          {parts.map((part, at) => part.covered
            ? <span key={at} className="covered"><span aria-hidden="true">{cover}</span><span className="unseen">{t('whoSees.covered')}</span></span>
            : <span key={at}>{part.words}</span>)}
        </p>
        {photos.length > 0 && <ul className="preview-photos">{photos.map(({ id }) => <li key={id}><PreviewPhoto id={id} /></li>)}</ul>}
        <p className="row-meta">
          <span>{state('accepted')}</span>
          {place.village && <span>{name(place.village.name)}</span>}
          <span>{date(begunAt)}</span>
        </p>
      </div>
      <ul className="preview-notes">
        {parts.some(({ covered }) => covered) && <li>{t('whoSees.numbersCovered')}</li>}
        <li>{t('whoSees.notShown')}</li>
        <li>{t('whoSees.checked')}</li>
      </ul>
    </figure>
  )
}

function PreviewPhoto({ id }: { id: string }) {
  const url = usePictureUrl(id)
  return url ? <img src={url} alt="" className="row-photo" /> : <span className="row-photo" />
}
