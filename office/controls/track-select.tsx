import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** One of a county's tracks. */
export function TrackSelect({ county, value, onChange }: { county: number; value: string | undefined; onChange: (track: string | undefined) => void }) {
  const { t, name } = useSay()
  const { data } = useQuery({ ...reading('listTracks', { params: { county } }), staleTime: 300_000 })
  return (
    <Select
      className="filter"
      aria-label={t('figures.track')}
      placeholder={t('figures.track')}
      allowClear
      value={value}
      onChange={(track: string | undefined) => onChange(track)}
      options={(data?.items ?? []).map((track) => ({ value: track.key, label: name(track.name) }))}
    />
  )
}
