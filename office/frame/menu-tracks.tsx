import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../controls/icon.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** The tracks that one's own body coordinates, with how much of each is open; vermilion where some of it is late. */
export function MenuTracks({ county }: { county: number }) {
  const { t, name } = useSay()
  const { data } = useQuery({ ...reading('listTracks', { params: { county } }), refetchInterval: 300_000, staleTime: 60_000 })
  return (data?.items ?? []).map((track) =>
    track.mine ? (
      <li key={track.key} className={track.mine.late > 0 ? 'menu-track menu-track-late' : 'menu-track'}>
        <Link to="/$county/$list" params={{ county, list: 'cases' }} search={{ track: track.key, open: true }} activeOptions={{ exact: true, includeSearch: true }} activeProps={{ 'aria-current': 'page' }}>
          <Icon name="cases" />
          <span className="menu-word">{name(track.name)}</span>
          <span className="menu-count figures">
            <span aria-hidden="true">{track.mine.open}</span>
            <span className="sr-only">{t('office.tracks.mine', { open: track.mine.open, late: track.mine.late })}</span>
          </span>
        </Link>
      </li>
    ) : null,
  )
}
