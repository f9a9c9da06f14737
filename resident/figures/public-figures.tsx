import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import type { PublicFigures as Figures } from '#contract/public-figures.ts'
import { call } from '#screen/api.ts'
import { myMembership, useMe } from '../asking/me.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { Answer } from '../controls/answer.tsx'
import { Choice } from '../controls/choice.tsx'
import { Bone, Empty } from '../controls/skeleton.tsx'
import { BackIcon, NextIcon } from '../frame/icons.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { BodyFigures } from './body-figures.tsx'
import { Exclusions } from './exclusions.tsx'
import { Rates } from './rates.tsx'
import './public-figures.css'

/** How it goes in a county, for everybody: a month at a time, numbers alone. */
export function PublicFigures() {
  const t = useWords()
  const name = useName()
  const { counties } = useKnownSettings()
  const membership = myMembership(useMe().data)
  const [search, setSearch] = useSearchParams()
  const county = Number(search.get('county')) || membership?.county || counties[0]?.id || 0
  const month = search.get('month') ?? undefined
  const figures = useQuery({
    queryKey: ['public-figures', county, month],
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => call('readPublicFigures', { params: { county }, query: { ...(month && { month }) } }),
  })
  const go = (to: { county?: string; month?: string }) => setSearch({ ...Object.fromEntries(search), ...to }, { replace: true })
  return (
    <>
      <ScreenTop title={t('publicFigures.title')} back="/me" />
      <div className="public-figures">
        <p className="faint">{t('publicFigures.intro')}</p>
        {counties.length > 1 && (
          <Choice legend={t('where.county')} hideLegend look="chips" value={String(county)}
            options={counties.map((one) => ({ value: String(one.id), label: name(one.name) }))} onChoose={(chosen) => go({ county: chosen })} />
        )}
        <Answer of={figures} skeleton={<Bone height="24rem" />}>
          {(known) => known.earliest === null ? <Empty><p>{t('publicFigures.none')}</p></Empty> : <Month figures={known} onGo={(to) => go({ month: to })} />}
        </Answer>
      </div>
    </>
  )
}

function Month({ figures, onGo }: { figures: Figures; onGo: (month: string) => void }) {
  const t = useWords()
  const name = useName()
  const [year, month] = figures.month.split('-').map(Number)
  const said = (count: number | null) => count ?? t('publicFigures.few')
  return (
    <>
      <nav className="month-choice" aria-label={t('publicFigures.title')}>
        <button type="button" className="button line" disabled={figures.earliest === null || figures.month <= figures.earliest} onClick={() => onGo(monthBeside(figures.month, -1))}>
          <BackIcon size={20} />
          {t('publicFigures.earlier')}
        </button>
        <h2 aria-live="polite">{t('publicFigures.month', { year, month })}</h2>
        <button type="button" className="button line" disabled={figures.month >= figures.latest} onClick={() => onGo(monthBeside(figures.month, 1))}>
          {t('publicFigures.later')}
          <NextIcon size={20} />
        </button>
      </nav>
      <p className="public-came">
        <strong>{name(figures.region.name)}</strong> {t('publicFigures.came', { received: said(figures.received.count), closed: said(figures.closed.count) })}
      </p>
      <Rates rates={figures.rates} />
      <Exclusions figures={figures} />
      <BodyFigures figures={figures} />
    </>
  )
}

/** The month so many before or after one that is written as 2026-11. */
function monthBeside(month: string, steps: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + steps)).toISOString().slice(0, 7)
}
