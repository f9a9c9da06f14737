import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#screen/api.ts'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { When } from '../controls/when.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

/** Where one is signed in; each session but this one can be ended here. */
export function Sessions() {
  const { t } = useSay()
  const memory = useQueryClient()
  const { data, error, refetch } = useQuery(reading('listSessions'))
  const ending = useMutation({
    mutationFn: (id: string) => call('endSession', { params: { id } }),
    onSuccess: () => memory.invalidateQueries({ queryKey: ['listSessions'] }),
  })
  return (
    <section className="part" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">{t('office.sessions.heading')}</h2>
      {error ? <Failing error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={3} /> : null}
      <ul className="lines">
        {data?.items.map((session) => (
          <li key={session.id}>
            <span className="line-main">{session.device}</span>
            <span>{t(`office.sessions.apps.${session.app}`)}</span>
            <span className="soft">
              {t('office.sessions.seen')} <When at={session.lastSeenAt} />
            </span>
            <span className="line-act">
              {session.isThis ? (
                <span className="soft">{t('office.sessions.isThis')}</span>
              ) : (
                <Button
                  size="small"
                  loading={ending.isPending && ending.variables === session.id}
                  onClick={() => ending.mutate(session.id)}
                >
                  {t('office.sessions.end')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
