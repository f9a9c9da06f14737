import { useQuery } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import type { PartProps } from '../settings-page.tsx'
import { TracksForm } from './tracks-form.tsx'

/** Which kinds of matter have a desk of their own, who coordinates each, and which category goes to which. */
export function Tracks({ county, mayChange }: PartProps) {
  const { data, error, isPending, refetch } = useQuery(reading('listTracks', { params: { county } }))
  if (isPending) return <Loading lines={8} />
  if (error) return <Failing error={error} retry={() => void refetch()} />
  return <TracksForm key={data.version} county={county} kept={data} mayChange={mayChange} />
}

export type Kept = Operations['listTracks']['reply']
