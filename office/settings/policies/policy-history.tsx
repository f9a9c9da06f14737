import { useQuery } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { VersionHead } from '../books/version-head.tsx'
import { useChangeSentences } from './change-sentences.ts'

const changesShownMax = 12

/** Every version with what it changed, in sentences. */
export function PolicyHistory({ county }: { county: number }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('listPolicyVersions', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  if (data.items.length === 0) return <Empty title={t('policies.history.none')} />
  return (
    <ol className="versions">
      {data.items.map((version) => (
        <li key={version.version}>
          <VersionHead version={version} />
          <Changes changes={version.changes} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ changes }: { changes: Operations['listPolicyVersions']['reply']['items'][number]['changes'] }) {
  const { t } = useSay()
  const sentences = useChangeSentences()
  const all = changes.flatMap(sentences)
  if (all.length === 0) return <p className="soft">{t('policies.history.noChanges')}</p>
  return (
    <ul className="changes">
      {all.slice(0, changesShownMax).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {all.length > changesShownMax && (
        <li>
          <details>
            <summary>{t('policies.history.more', { count: all.length - changesShownMax })}</summary>
            <ul className="changes">
              {all.slice(changesShownMax).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}
