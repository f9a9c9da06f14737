import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { timeWords } from '#screen/time.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { BookViews } from '../books/book-views.tsx'
import { VersionHead } from '../books/version-head.tsx'
import type { PartProps } from '../settings-page.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { CodeLayout } from './code-layout.tsx'
import { CodesDraft } from './codes-draft.tsx'
import { TypeTable } from './type-table.tsx'

/** The codes of components and events: what holds, what may come, what was. */
export function Codes({ county, mayChange }: PartProps) {
  const { search } = useSettingsSearch()
  return (
    <>
      <BookViews mayChange={mayChange} />
      {search.view === 'history' && <History county={county} />}
      {search.view === 'draft' && mayChange && <CodesDraft county={county} />}
      {search.view === undefined && <InForce county={county} />}
    </>
  )
}

function InForce({ county }: { county: number }) {
  const { t } = useSay()
  const reader = useReader()
  const { data, error, refetch } = useQuery(reading('readCodes', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  return (
    <div className="settings-list">
      <p className="book-ask">{t('codes.list.lead')}</p>
      {data.effectiveFrom && (
        <p className="soft">
          {t('policies.holds.version', { version: data.book })} · {t('policies.holds.since', { at: timeWords(data.effectiveFrom, reader) })}
        </p>
      )}
      {data.types.length === 0 ? (
        <Empty title={t('codes.list.none')} />
      ) : (
        <>
          <CodeLayout list={data} county={data.county} />
          <TypeTable county={county} types={data.types} />
        </>
      )}
    </div>
  )
}

function History({ county }: { county: number }) {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(reading('listCodesVersions', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  if (data.items.length === 0) return <Empty title={t('policies.history.none')} />
  return (
    <ol className="versions">
      {data.items.map(({ types, added, removed, changed, segmentsChanged, ...version }) => (
        <li key={version.version}>
          <VersionHead version={version} />
          <p className="soft">{t('codes.history.types', { count: types })}</p>
          <ul className="changes">
            {segmentsChanged && <li>{t('codes.history.segments')}</li>}
            <li>{added + removed + changed > 0 ? t('codes.history.changed', { added, removed, changed }) : t('policies.history.noChanges')}</li>
          </ul>
        </li>
      ))}
    </ol>
  )
}
