import { useQuery } from '@tanstack/react-query'
import { askCategories } from '../../asking/matters.ts'
import { Button } from '../../controls/button.tsx'
import { useElderMode } from '../../elder/elder-mode.ts'
import { CheckIcon } from '../../frame/icons.tsx'
import { useName, useWords } from '../../frame/use-words.ts'
import type { Part } from '../report.tsx'
import { askCategory } from './ask-advice.ts'
import { useSettled } from './use-settled.ts'
import './advice.css'

/** Which category it looks like. Nothing is chosen before the person chooses it; in elder mode it is left to the community. */
export function LikelyCategory(part: Part) {
  const isElder = useElderMode()
  const { place, words } = part.draft
  if (isElder || place.county === null || words.trim() === '') return null
  return <p className="likely" aria-live="polite"><Likely {...part} county={place.county} /></p>
}

function Likely({ draft: { words, category }, change, county }: Part & { county: number }) {
  const t = useWords()
  const name = useName()
  const settled = useSettled(words)
  const suggestion = useQuery(askCategory(county, settled)).data?.[0]
  const categories = useQuery(askCategories(county)).data ?? []
  const choose = (key: string | null) => change((now) => ({ ...now, category: key }))
  const chosen = categories.find(({ key }) => key === category)
  if (chosen) {
    return (
      <>
        <CheckIcon size={20} />
        <span className="likely-words">{t('likely.chosen', { name: name(chosen.name) })}</span>
        <Button look="quiet" onClick={() => choose(null)}>{t('likely.undo')}</Button>
      </>
    )
  }
  if (!suggestion) return null
  return (
    <>
      <span className="likely-words">
        {t('likely.looks', { name: name(suggestion.name) })}
        <span className="faint likely-why">{t('likely.because', { words: suggestion.because.slice(0, 3).join(t('likely.and')) })}</span>
      </span>
      <Button look="quiet" onClick={() => choose(suggestion.key)}>{t('likely.choose')}</Button>
    </>
  )
}
