import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { askMyMatters, askPublicMatters } from '../asking/matters.ts'
import { myMembership, useMe } from '../asking/me.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { Answer } from '../controls/answer.tsx'
import { Check } from '../controls/check.tsx'
import { Choice } from '../controls/choice.tsx'
import { Empty } from '../controls/skeleton.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useName, useWords } from '../frame/use-words.ts'
import { MatterRow, PublicMatterItem } from './matter-row.tsx'
import { MoreRows } from './more-rows.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'
import './matters.css'

/** Mine, and the public ones near me. What is chosen stands in the address, so that "back" finds it again. */
export function Matters() {
  const t = useWords()
  const [search, setSearch] = useSearchParams()
  const see = search.get('see') === 'public' ? 'public' : 'mine'
  return (
    <>
      <ScreenTop title={t('matters.title')} />
      <div className="matters">
        <Choice legend={t('matters.which')} hideLegend look="segments" value={see}
          options={[{ value: 'mine', label: t('matters.mine') }, { value: 'public', label: t('matters.public') }]}
          onChoose={(chosen) => setSearch(chosen === 'public' ? { see: 'public' } : {}, { replace: true })} />
        {see === 'mine' ? <Mine /> : <Public />}
      </div>
    </>
  )
}

function Mine() {
  const t = useWords()
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const open = search.get('open') === '1'
  const matters = useInfiniteQuery({ ...askMyMatters(open), enabled: Boolean(me.data) })
  return (
    <Answer of={me} skeleton={<RowsSkeleton count={4} />}>
      {(known) => !known ? <SignInToSee /> : (
        <>
          <Check checked={open} onChange={({ target }) => setSearch(target.checked ? { open: '1' } : {}, { replace: true })}>
            {t('matters.onlyOpen')}
          </Check>
          <Answer of={matters} skeleton={<RowsSkeleton count={4} />}>
            {({ pages }) => {
              const rows = pages.flatMap(({ items }) => items)
              if (rows.length === 0) return <Nothing words={t(open ? 'matters.noneOpen' : 'matters.none')} />
              return (
                <>
                  <ul className="rows">{rows.map((row) => <MatterRow key={row.id} matter={row} />)}</ul>
                  <MoreRows of={matters} />
                </>
              )
            }}
          </Answer>
        </>
      )}
    </Answer>
  )
}

function Public() {
  const t = useWords()
  const name = useName()
  const { counties } = useKnownSettings()
  const membership = myMembership(useMe().data)
  const [search, setSearch] = useSearchParams()
  const isNear = Boolean(membership) && search.get('near') !== 'county'
  const county = membership?.county ?? (Number(search.get('county')) || counties[0]?.id)
  const matters = useInfiniteQuery({ ...askPublicMatters(county ?? 0, isNear ? membership?.village.id : undefined), enabled: Boolean(county) })
  return (
    <>
      {membership && (
        <Choice legend={t('matters.near')} hideLegend look="chips" value={isNear ? 'village' : 'county'}
          options={[{ value: 'village', label: name(membership.village.name) }, { value: 'county', label: countyName() }]}
          onChoose={(chosen) => setSearch({ see: 'public', ...(chosen === 'county' && { near: 'county' }) }, { replace: true })} />
      )}
      {!membership && counties.length > 1 && (
        <Choice legend={t('where.county')} hideLegend look="chips" value={String(county)}
          options={counties.map((one) => ({ value: String(one.id), label: name(one.name) }))}
          onChoose={(chosen) => setSearch({ see: 'public', county: chosen }, { replace: true })} />
      )}
      <Answer of={matters} skeleton={<RowsSkeleton count={4} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0) return <Nothing words={t('matters.nonePublic')} />
          return (
            <>
              <p className="faint">{t('matters.publicMore')}</p>
              <ul className="rows">{rows.map((row) => <PublicMatterItem key={row.id} matter={row} />)}</ul>
              <MoreRows of={matters} />
            </>
          )
        }}
      </Answer>
      <p><Link href="/figures">{t('publicFigures.title')}</Link></p>
    </>
  )

  function countyName() {
    const found = counties.find(({ id }) => id === county)
    return found ? name(found.name) : t('matters.wholeCounty')
  }
}

function Nothing({ words }: { words: string }) {
  const t = useWords()
  return (
    <Empty>
      <p>{words}</p>
      <Link href="/report" className="button fill">{t('report.title')}</Link>
    </Empty>
  )
}

function SignInToSee() {
  const t = useWords()
  return (
    <Empty>
      <p>{t('matters.signIn')}</p>
      <Link href="/sign-in?then=/matters" className="button fill">{t('signIn.title')}</Link>
    </Empty>
  )
}
