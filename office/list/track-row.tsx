import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import type { ListSearch } from '../search.ts'

/** The tracks, each with what of it is open; pressing one keeps the list to it. */
export function TrackRow({ county, search }: { county: number; search: ListSearch }) {
  const { t, name } = useSay()
  const { data } = useQuery({ ...reading('listTracks', { params: { county } }), staleTime: 60_000 })
  if (!data) return null
  return (
    <nav className="views track-row" aria-label={t('office.tracks.label')}>
      {data.items.map((track) => (
        <Link
          key={track.key}
          to="/$county/$list"
          params={{ county, list: 'cases' }}
          search={{ ...search, track: track.key, open: true }}
          className={search.track === track.key ? 'view view-current' : 'view'}
          aria-current={search.track === track.key ? 'page' : undefined}
          activeProps={{}}
        >
          {name(track.name)} <span className="figures soft">{t('office.tracks.open', { count: track.open })}</span>
          {track.late > 0 && <span className="figures late"> {t('office.tracks.late', { count: track.late })}</span>}
        </Link>
      ))}
      {search.track && (
        <Link className="view" to="/$county/$list" params={{ county, list: 'cases' }} search={{ ...search, track: undefined, open: undefined }} activeProps={{}}>
          {t('office.tracks.all')}
        </Link>
      )}
      {search.track && (
        <Link className="view" to="/$county/figures" params={{ county }} search={{ track: search.track }}>
          {t('office.tracks.figures')}
        </Link>
      )}
    </nav>
  )
}
