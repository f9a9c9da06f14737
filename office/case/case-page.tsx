import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useLive } from '#screen/live.ts'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { reading } from '../reading.ts'
import { ActsColumn } from './acts-column.tsx'
import { AppealColumn } from './appeal-column.tsx'
import { CaseHead } from './case-head.tsx'
import { StoryColumn } from './story-column.tsx'
import { titleOf } from './title.ts'

const route = getRouteApi('/frame/$county/cases/$id')

/** One case: what was said, what was done, what can be done next. */
export function CasePage() {
  const { county, id } = route.useParams()
  const memory = useQueryClient()
  const {
    data: subject,
    error,
    refetch,
  } = useQuery({ ...reading('readCase', { params: { county, id } }), staleTime: 0 })
  usePageTitle(subject && `${subject.number} ${titleOf(subject)}`)
  const readAnew = () => memory.invalidateQueries({ queryKey: ['readCase', { county, id }] })
  // A form that is open keeps what was typed and the version that it was begun on.
  useLive(
    'office',
    (event) => event.subject === id && void readAnew(),
    () => void readAnew(),
  )

  if (!subject) return error ? <Failing isPage error={error} retry={() => void refetch()} /> : <Loading lines={10} />
  return (
    <article className="case" aria-labelledby="case-heading">
      <CaseHead subject={subject} />
      <div className="case-columns">
        <AppealColumn subject={subject} />
        <StoryColumn key={subject.id} subject={subject} />
        <ActsColumn key={`${subject.id}-acts`} subject={subject} />
      </div>
    </article>
  )
}
