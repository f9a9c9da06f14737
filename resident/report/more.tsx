import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Category } from '#contract/matters.ts'
import { askBodies, askCategories } from '../asking/matters.ts'
import { Check } from '../controls/check.tsx'
import { Choice } from '../controls/choice.tsx'
import { Field } from '../controls/field.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { isPhone, phoneDigits } from './draft.ts'
import type { Part } from './report.tsx'

/** What may be added and need not be: a category, and for whom it is. */
export function More(part: Part) {
  const t = useWords()
  return (
    <section className="report-more" aria-label={t('report.more')}>
      {part.draft.place.county !== null && <ChooseCategory {...part} county={part.draft.place.county} />}
      <ForOther {...part} />
      {part.draft.place.county !== null && <About {...part} county={part.draft.place.county} />}
    </section>
  )
}

const notSure = 'not-sure'

/** Chips, first the wide ones, then those below the chosen one. Not being sure is an answer: intake sorts it then. */
function ChooseCategory({ draft, change, county }: Part & { county: number }) {
  const t = useWords()
  const name = useName()
  const categories = useQuery(askCategories(county)).data ?? []
  if (categories.length === 0) return null
  const chosen = categories.find(({ key }) => key === draft.category)
  const top = chosen?.parent ? categories.find(({ key }) => key === chosen.parent) : chosen
  const below = top ? categories.filter(({ parent }) => parent === top.key) : []
  const choose = (category: string) => change((now) => ({ ...now, category: category === notSure ? null : category }))
  const options = (list: Category[]) => list.map((one) => ({ value: one.key, label: name(one.name) }))
  const hint = chosen?.hint ?? top?.hint
  return (
    <div className="stack">
      <Choice legend={<>{t('more.category')}<span className="field-optional">{t('report.optional')}</span></>} look="chips"
        value={top?.key ?? notSure} onChoose={choose}
        options={[{ value: notSure, label: t('more.notSure') }, ...options(categories.filter(({ parent }) => parent === null))]} />
      {top && below.length > 0 && (
        <Choice legend={t('more.categoryBelow', { name: name(top.name) })} look="chips" value={chosen?.key ?? null} onChoose={choose}
          options={[{ value: top.key, label: t('more.notSureBelow') }, ...options(below)]} />
      )}
      {hint && <p className="faint">{name(hint)}</p>}
    </div>
  )
}

function ForOther({ draft, change, missing }: Part) {
  const t = useWords()
  const { forOther } = draft
  const [phoneLeft, setPhoneLeft] = useState(false)
  const badPhone = forOther && forOther.phone !== '' && !isPhone(forOther.phone) && (phoneLeft || missing.includes('otherPhone'))
  const badName = forOther && missing.includes('otherName') && forOther.name.trim() === ''
  const set = (part: Partial<{ name: string; phone: string }>) =>
    change((now) => ({ ...now, forOther: { name: '', phone: '', ...now.forOther, ...part } }))
  return (
    <div className="for-other">
      <Check checked={forOther !== null}
        onChange={({ target }) => (target.checked ? set({}) : change((now) => ({ ...now, forOther: null })))}>
        {t('more.forOther')}
      </Check>
      {forOther && (
        <div className="stack">
          <Field id="ask-otherName" label={t('more.otherName')} error={badName && t('report.missing.otherName')}>
            {(tied) => <input {...tied} className="input" maxLength={60} autoComplete="off"
              value={forOther.name} onChange={({ target }) => set({ name: target.value })} />}
          </Field>
          <Field id="ask-otherPhone" label={t('more.otherPhone')} optional={t('report.optional')} error={badPhone && t('report.missing.otherPhone')}>
            {(tied) => <input {...tied} className="input" inputMode="tel" autoComplete="off"
              value={forOther.phone} onBlur={() => setPhoneLeft(true)} onChange={({ target }) => set({ phone: phoneDigits(target.value) })} />}
          </Field>
          <p className="faint">{t('more.otherNotice')}</p>
        </div>
      )}
    </div>
  )
}

/** A complaint about a body, which is then not shown who complains. */
function About({ draft, change, county }: Part & { county: number }) {
  const t = useWords()
  const name = useName()
  const [open, setOpen] = useState(Boolean(draft.about))
  const bodies = useQuery({ ...askBodies(county), enabled: open }).data ?? []
  const choose = (about: string | null) => change((now) => ({ ...now, about }))
  return (
    <div className="for-other">
      <Check checked={open} onChange={({ target }) => {
        setOpen(target.checked)
        if (!target.checked) choose(null)
      }}>
        {t('more.about')}
      </Check>
      {open && (
        <div className="stack">
          <Field label={t('more.aboutWhich')}>
            {(tied) => (
              <select {...tied} className="input" value={draft.about ?? ''} onChange={({ target }) => choose(target.value || null)}>
                <option value="">{t('more.aboutChoose')}</option>
                {bodies.map((body) => <option key={body.id} value={body.id}>{name(body.name)}</option>)}
              </select>
            )}
          </Field>
          <p className="faint">{t('more.aboutKept')}</p>
        </div>
      )}
    </div>
  )
}
