import { Button, Input } from 'antd'
import type { InBoth } from '#contract/wire.ts'
import { BodySelect } from '../../controls/body-select.tsx'
import { Icon } from '../../controls/icon.tsx'
import { RegionSelect } from '../../controls/region-select.tsx'
import { useSay } from '../../say.ts'

export interface EditedTrack {
  key: string
  name: InBoth
  desks: { region: number; body: string | undefined }[]
}

interface Props {
  county: number
  track: EditedTrack
  change: (next: EditedTrack) => void
  /** Undefined while categories go to it. */
  remove: (() => void) | undefined
}

/** One track: its name, and who coordinates it, for the county or for a town. */
export function OneTrack({ county, track, change, remove }: Props) {
  const { t, name } = useSay()
  const set = (i: number, next: Partial<EditedTrack['desks'][number]>) => change({ ...track, desks: track.desks.map((desk, at) => (at === i ? { ...desk, ...next } : desk)) })
  return (
    <section className="one-track" aria-label={name(track.name) || t('office.tracks.new')}>
      <div className="term">
        <Input aria-label={t('office.settings.nameZh')} maxLength={60} lang="zh-CN" value={track.name.zh} onChange={(event) => change({ ...track, name: { ...track.name, zh: event.target.value } })} />
        <Input aria-label={t('office.settings.nameEn')} placeholder={t('office.settings.nameEn')} maxLength={60} lang="en" value={track.name.en ?? ''} onChange={(event) => change({ ...track, name: { ...track.name, en: event.target.value || undefined } })} />
        {remove && (
          <button type="button" className="bar-button" aria-label={t('office.tracks.remove', { name: name(track.name) })} onClick={remove}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {track.desks.map((desk, i) => (
        <div className="term" key={`${desk.region} ${i}`}>
          <RegionSelect county={county} label={t('office.tracks.region')} withCounty lowest={4} value={desk.region} onChange={(region) => region && set(i, { region })} />
          <BodySelect county={county} label={t('office.tracks.desk')} placeholder={t('office.tracks.desk')} value={desk.body} onChange={(body) => set(i, { body })} />
          <button type="button" className="bar-button" aria-label={t('office.tracks.removeDesk')} onClick={() => change({ ...track, desks: track.desks.filter((_, at) => at !== i) })}>
            <Icon name="close" />
          </button>
        </div>
      ))}
      <Button size="small" onClick={() => change({ ...track, desks: [...track.desks, { region: county, body: undefined }] })}>
        <Icon name="plus" /> {t('office.tracks.newDesk')}
      </Button>
    </section>
  )
}
