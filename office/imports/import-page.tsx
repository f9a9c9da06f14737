import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { call } from '#screen/api.ts'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useWhy } from '../controls/why.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { isAtWork, lookAgainMs } from './at-work.ts'
import { BadRows } from './bad-rows.tsx'
import { Counted, Progress } from './how-far.tsx'
import { NewImport } from './new-import.tsx'
import { TakenIn } from './taken-in.tsx'

const route = getRouteApi('/frame/$county/imports/$id')

/** One import: how far it is, what is wrong with the file, what came in. */
export function ImportPage() {
  const { t } = useSay()
  const { county, id } = route.useParams()
  const read = useQuery({
    ...reading('readImport', { params: { county, id } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? lookAgainMs : false),
  })
  usePageTitle(read.data?.fileName ?? t('imports.page.menu'))
  if (read.isPending) return <Loading />
  if (read.isError) return <Failing error={read.error} isPage />
  const one = read.data
  return (
    <section className="import-one" aria-labelledby="import-heading">
      <header className="list-head">
        <Link to="/$county/imports" params={{ county }} className="quiet-button">
          <Icon name="back" /> {t('imports.page.back')}
        </Link>
        <h1 id="import-heading">{one.fileName}</h1>
        <span className="soft">{one.source}</span>
      </header>
      <div aria-live="polite" className="import-state">
        <p className="import-state-word">{t(`imports.states.${one.state}`)}</p>
        {isAtWork(one) ? <Progress one={one} /> : null}
        {one.problem ? <p className="field-error">{t(`imports.problems.${one.problem.code}`, one.problem.values)}</p> : null}
      </div>
      {one.state === 'refused' ? <NewImport /> : <Counted one={one} />}
      <Acts county={county} id={id} one={one} />
      {one.state === 'done' || one.state === 'stopped' ? <TakenIn county={county} id={id} places={one.places} /> : null}
      {one.bad > 0 && !isAtWork(one) ? <BadRows county={county} id={id} one={one} /> : null}
    </section>
  )
}

function Acts({ county, id, one }: { county: number; id: string; one: { state: string; in: number } }) {
  const { t } = useSay()
  const why = useWhy()
  const memory = useQueryClient()
  const acting = useMutation({
    mutationFn: (act: 'runImport' | 'stopImport') => call(act, { params: { county, id } }),
    onSuccess: () => memory.invalidateQueries({ queryKey: ['readImport'] }),
  })
  if (!['checking', 'checked', 'running'].includes(one.state)) return null
  return (
    <p className="import-acts">
      {one.state === 'checked' ? (
        <Button type="primary" size="large" disabled={one.in === 0} loading={acting.isPending} onClick={() => acting.mutate('runImport')}>
          {one.in === 0 ? t('imports.page.nothing') : t('imports.page.run', { count: one.in })}
        </Button>
      ) : (
        <>
          <Button onClick={() => acting.mutate('stopImport')} loading={acting.isPending}>
            {t('imports.page.stop')}
          </Button>
          <span className="soft">{one.state === 'running' ? t('imports.page.leave') : null}</span>
        </>
      )}
      {acting.error ? <span className="field-error">{why(acting.error)}</span> : null}
    </p>
  )
}
