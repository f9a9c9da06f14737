import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { call } from '#screen/api.ts'
import { Icon } from '../../controls/icon.tsx'
import { useWhy } from '../../controls/why.ts'
import { useSay } from '../../say.ts'
import { useChange } from '../use-change.ts'
import { SortedCategories } from './sorted-categories.tsx'
import { OneTrack, type EditedTrack } from './one-track.tsx'
import type { Kept } from './tracks.tsx'

/** The tracks as a whole: their names, their desks, and the categories of each. Kept with one press. */
export function TracksForm({ county, kept, mayChange }: { county: number; kept: Kept; mayChange: boolean }) {
  const { t } = useSay()
  const why = useWhy()
  const [tracks, setTracks] = useState<EditedTrack[]>(() => kept.items.map(({ key, name, desks }) => ({ key, name, desks: desks.map(({ region, body }) => ({ region: region.id, body: body.id })) })))
  const [moved, setMoved] = useState<Record<string, string>>({})
  const saving = useChange(
    () =>
      call('keepTracks', {
        params: { county },
        body: {
          tracks: tracks.map((track) => ({ ...track, desks: track.desks.flatMap(({ region, body }) => (body ? [{ region, body }] : [])) })),
          categories: Object.entries(moved).map(([key, track]) => ({ key, track })),
        },
        version: kept.version,
      }),
    ['listTracks', 'readFigures', 'listCases'],
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate(undefined)
  }
  const change = (key: string, next: EditedTrack) => setTracks(tracks.map((one) => (one.key === key ? next : one)))
  const isUsed = (key: string) => kept.items.some((one) => one.categories.some((category) => (moved[category.key] ?? one.key) === key))
  return (
    <form className="tracks-form" onSubmit={send}>
      <p className="soft">{t('office.tracks.words')}</p>
      <fieldset disabled={!mayChange} className="bare">
        {tracks.map((track) => (
          <OneTrack key={track.key} county={county} track={track} change={(next) => change(track.key, next)} remove={isUsed(track.key) || tracks.length === 1 ? undefined : () => setTracks(tracks.filter(({ key }) => key !== track.key))} />
        ))}
        <Button onClick={() => setTracks([...tracks, { key: `track_${Date.now().toString(36)}`, name: { zh: '' }, desks: [] }])}>
          <Icon name="plus" /> {t('office.tracks.new')}
        </Button>
        <SortedCategories kept={kept} tracks={tracks} moved={moved} move={(category, track) => setMoved({ ...moved, [category]: track })} />
      </fieldset>
      {saving.error ? (
        <p className="field-error" role="alert">
          {why(saving.error)}
        </p>
      ) : null}
      {saving.isSuccess && <output className="soft">{t('office.tracks.kept')}</output>}
      {mayChange && (
        <p>
          <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={tracks.some(({ name }) => name.zh.trim() === '')}>
            {t('office.save')}
          </Button>
        </p>
      )}
    </form>
  )
}
