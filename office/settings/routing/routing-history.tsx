import { useQuery } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { VersionHead } from '../books/version-head.tsx'
import { useEntryWords } from './entry-words.ts'

type Version = Operations['listRoutingVersions']['reply']['items'][number]
const changesShownMax = 12

/** Every version with what it changed, in sentences. */
export function RoutingHistory({ county }: { county: number }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('listRoutingVersions', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  if (data.items.length === 0) return <Empty title={t('policies.history.none')} />
  return (
    <ol className="versions">
      {data.items.map((version) => (
        <li key={version.version}>
          <VersionHead version={version} />
          <p className="soft">{t('policies.routing.history.entries', { count: version.entries })}</p>
          <Changes version={version} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ version: { changes, changed } }: { version: Version }) {
  const { t } = useSay()
  const words = useEntryWords()
  const all = changed.added + changed.removed + changed.changed
  const sentence = ({ kind, before, after }: Version['changes'][number]) => {
    if (before && after) return t('policies.routing.history.changed', { before: words.sentence(before), after: words.sentence(after) })
    return t(`policies.routing.history.${kind}`, { entry: words.sentence((after ?? before)!) })
  }
  if (all === 0 && changed.terms.length === 0) return <p className="soft">{t('policies.history.noChanges')}</p>
  return (
    <ul className="changes">
      {changed.terms.map((term) => (
        <li key={term}>{t(`policies.routing.history.terms.${term}`)}</li>
      ))}
      {changes.slice(0, changesShownMax).map((change) => (
        <li key={(change.after ?? change.before)!.id}>{sentence(change)}</li>
      ))}
      {all > changesShownMax && (
        <li>
          <details>
            <summary>{t('policies.history.more', { count: all - changesShownMax })}</summary>
            <ul className="changes">
              {changes.slice(changesShownMax).map((change) => (
                <li key={(change.after ?? change.before)!.id}>{sentence(change)}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}
