import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { NamedRegion } from '#contract/wire.ts'
import { reading } from './reading.ts'

/** Who is signed in, and in which counties they hold posts. */
export function useSession() {
  const me = useSuspenseQuery(reading('readMe')).data
  const settings = useSuspenseQuery(reading('readSettings')).data
  return useMemo(() => {
    const held = new Set(me.posts.map((post) => post.county))
    const counties: NamedRegion[] = settings.counties.filter(({ id }) => held.has(id))
    const may = (action: string) => me.actions.includes(action)
    return { me, settings, counties, may }
  }, [me, settings])
}

/** The county of the address. */
export function useCounty(): number {
  const { county } = useParams({ from: '/frame/$county' })
  return county
}
