import { useQuery } from '@tanstack/react-query'
import type { BodyLoad as Load } from '#contract/load.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'

/** Fewer than these say nothing about how a body keeps up. */
const tellingMin = 5

/** What a body has to do already, and how late it is beside the others. It is help: where it can't be had, the form does without. */
export function BodyLoad({ county, body, named }: { county: number; body: string; named?: string }) {
  const { t } = useSay()
  const { may } = useSession()
  const { data } = useQuery({ ...reading('readLoad', { params: { county } }), staleTime: 60_000, retry: false, enabled: may('case.dispatch') })
  const load = data?.items.find((one) => one.body === body)
  if (!load) return null
  return (
    <p className={isBehind(load) ? 'body-load late' : 'body-load soft'}>
      {named && <span className="body-load-of">{named}</span>}
      <LoadWords load={load} />
      {isBehind(load) && <strong>{t('office.load.behind')}</strong>}
    </p>
  )
}

function LoadWords({ load: { open, late, others } }: { load: Load }) {
  const { t } = useSay()
  if (late === 0) return t(open === 0 ? 'office.load.nothing' : 'office.load.inTime', { count: open })
  const percent = Math.round((late / open) * 100)
  return t(others === null ? 'office.load.late' : 'office.load.beside', { count: open, late, percent, others: Math.round((others ?? 0) * 100) })
}

const isBehind = ({ open, late, others }: Load) => open >= tellingMin && others !== null && late / open > others
