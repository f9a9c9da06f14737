import { Select } from 'antd'
import { useSay } from '../../say.ts'
import type { EditedTrack } from './one-track.tsx'
import type { Kept } from './tracks.tsx'

interface Props {
  kept: Kept
  tracks: readonly EditedTrack[]
  moved: Record<string, string>
  move: (category: string, track: string) => void
}

/** Which category goes to which track: the rule by which every order finds its own. */
export function SortedCategories({ kept, tracks, moved, move }: Props) {
  const { t, name } = useSay()
  const options = tracks.map((track) => ({ value: track.key, label: name(track.name) }))
  return (
    <table className="figure-table track-categories">
      <caption className="sr-only">{t('office.tracks.categories')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('office.columns.category')}</th>
          <th scope="col">{t('office.tracks.goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {kept.items.flatMap((track) =>
          track.categories.map((category) => (
            <tr key={category.key}>
              <th scope="row">{name(category.name)}</th>
              <td>
                <Select className="wide" aria-label={`${name(category.name)} ${t('office.tracks.goesTo')}`} value={moved[category.key] ?? track.key} options={options} onChange={(chosen: string) => move(category.key, chosen)} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
