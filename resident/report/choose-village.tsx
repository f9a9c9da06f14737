import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegionRow } from '#contract/regions.ts'
import type { NamedRegion } from '#contract/wire.ts'
import { askRegionsBelow } from '../asking/regions.ts'
import { useKnownSettings } from '../asking/settings.ts'
import { NoAnswer } from '../controls/answer.tsx'
import { Field } from '../controls/field.tsx'
import { useName, useWords } from '../frame/use-words.ts'

interface Props {
  county: number | null
  /** Called with null when the county changes and no village is chosen in it yet. */
  onChoose: (county: number, village: NamedRegion | null) => void
}

/** County, town, village, one after the other; a level with one choice is not asked. */
export function ChooseVillage({ county, onChoose }: Props) {
  const t = useWords()
  const { counties } = useKnownSettings()
  const [town, setTown] = useState<number | null>(null)
  return (
    <div className="stack">
      {counties.length > 1 && (
        <OneOf label={t('where.county')} regions={counties} value={county} onChoose={({ id }) => {
          setTown(null)
          onChoose(id, null)
        }} />
      )}
      {county !== null && <Below parent={county} label={t('where.town')} value={town} onChoose={({ id }) => setTown(id)} />}
      {county !== null && town !== null && (
        <Below parent={town} label={t('where.village')} value={null} onChoose={({ id, level, name }) => onChoose(county, { id, level, name })} />
      )}
    </div>
  )
}

function Below({ parent, label, value, onChoose }: { parent: number; label: string; value: number | null; onChoose: (region: RegionRow) => void }) {
  const regions = useQuery(askRegionsBelow(parent))
  if (regions.error && !regions.data) return <NoAnswer error={regions.error} onAgain={() => void regions.refetch()} />
  return <OneOf label={label} regions={regions.data} value={value} onChoose={onChoose} />
}

interface OneOfProps<Region> {
  label: string
  /** undefined while they are being read. */
  regions: Region[] | undefined
  value: number | null
  onChoose: (region: Region) => void
}

function OneOf<Region extends NamedRegion>({ label, regions, value, onChoose }: OneOfProps<Region>) {
  const t = useWords()
  const name = useName()
  return (
    <Field label={label}>
      {(tied) => (
        <select {...tied} className="input" value={value ?? ''} aria-busy={!regions} onChange={({ target }) => {
          const chosen = regions?.find(({ id }) => id === Number(target.value))
          if (chosen) onChoose(chosen)
        }}>
          <option value="" disabled>{t(regions ? 'where.choose' : 'answer.waiting')}</option>
          {regions?.map((region) => <option key={region.id} value={region.id}>{name(region.name)}</option>)}
        </select>
      )}
    </Field>
  )
}
