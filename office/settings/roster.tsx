import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { BodySelect } from '../controls/body-select.tsx'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { FilterRow } from '../controls/filter-row.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { dayAfter, instantOf, mondayOf, wallTimeOf } from '../zone-time.ts'
import { DutyWeek } from './duty-week.tsx'
import { NewDuty } from './new-duty.tsx'
import type { PartProps } from './settings-page.tsx'
import { StationedHere } from './stationed-here.tsx'
import { useSettingsSearch } from './use-settings-search.ts'

/** Who is on duty at a body, week by week. */
export function Roster({ county, mayChange }: PartProps) {
  const { t } = useSay()
  const { me } = useSession()
  const { now, zone } = useReader()
  const { search, set, open } = useSettingsSearch()
  const body = search.body ?? me.posts.find((post) => post.county === county)?.body.id
  const today = wallTimeOf(now.toISOString(), zone).day
  const monday = mondayOf(/^\d{4}-\d{2}-\d{2}$/.test(search.week ?? '') ? search.week! : today)
  const asked = { from: instantOf(monday, '00:00', zone), to: instantOf(dayAfter(monday, 7), '00:00', zone) }
  const { data, error, refetch } = useQuery({
    ...reading('listDuties', { params: { county }, query: { body: body ?? '', ...asked } }),
    enabled: body !== undefined,
  })
  const go = (day: string) => set({ week: mondayOf(day) === mondayOf(today) ? undefined : day })
  return (
    <div className="settings-split">
      <div className="settings-list">
        <FilterRow>
          <span className="filter filter-body">
            <BodySelect
              county={county}
              label={t('office.posts.body')}
              placeholder={t('office.choose.body')}
              value={body}
              onChange={(chosen) => set({ body: chosen })}
            />
          </span>
          <span className="week-turn">
            <button
              type="button"
              className="bar-button"
              aria-label={t('office.roster.before')}
              onClick={() => go(dayAfter(monday, -7))}
            >
              <Icon name="back" />
            </button>
            <span className="figures">
              {monday} – {dayAfter(monday, 6)}
            </span>
            <button
              type="button"
              className="bar-button"
              aria-label={t('office.roster.after')}
              onClick={() => go(dayAfter(monday, 7))}
            >
              <Icon name="forward" />
            </button>
            {search.week && (
              <button type="button" className="link" onClick={() => go(today)}>
                {t('office.roster.thisWeek')}
              </button>
            )}
          </span>
          {mayChange && body && (
            <Button className="push" onClick={() => open('new')}>
              <Icon name="plus" /> {t('office.roster.put')}
            </Button>
          )}
        </FilterRow>
        {error ? <Failing error={error} retry={() => void refetch()} /> : null}
        {body === undefined && <Empty title={t('office.roster.choose')} />}
        {body !== undefined && !data && !error ? <Loading lines={6} /> : null}
        {data && <DutyWeek county={county} duties={data.items} monday={monday} today={today} mayChange={mayChange} />}
        {body !== undefined && <StationedHere county={county} body={body} />}
      </div>
      {search.open === 'new' && mayChange && body ? (
        <NewDuty county={county} body={body} day={today >= monday && today < dayAfter(monday, 7) ? today : monday} />
      ) : null}
    </div>
  )
}
