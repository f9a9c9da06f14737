import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { download } from '#screen/api.ts'
import { Failing } from '../../controls/failing.tsx'
import { Icon } from '../../controls/icon.tsx'
import { keep } from '../../controls/keep-file.ts'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { DraftBar } from '../books/draft-bar.tsx'
import { DropPanel } from '../books/drop-panel.tsx'
import { PublishPanel } from '../books/publish-panel.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { draftReads } from './draft-reads.ts'
import { EntryPanel } from './entry-panel.tsx'
import { EntryTable } from './entry-table.tsx'
import { RoutingTrial } from './routing-trial.tsx'
import { TermsPanel } from './terms-panel.tsx'
import { UploadPanel } from './upload-panel.tsx'

/** The draft of the catalogue: its entries, what is wrong with it, and what can be done with it. */
export function RoutingDraft({ county }: { county: number }) {
  const { t, name, list } = useSay()
  const { search, open } = useSettingsSearch()
  const [isSaving, setIsSaving] = useState(false)
  const { data, error, refetch } = useQuery(reading('readRoutingDraft', { params: { county } }))
  const faults = useMemo(() => {
    const found = new Map<string, string[]>()
    for (const { entry, code, body } of data?.faults ?? []) {
      const words = t(`policies.routing.faults.${code}`, { body: body ? name(body) : '' })
      found.set(entry ?? '', [...(found.get(entry ?? '') ?? []), words])
    }
    return new Map([...found].map(([entry, words]) => [entry, list(words)]))
  }, [data, t, name, list])
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  const { added, removed, changed, terms } = data.changed
  const chosen = data.entries.find(({ id }) => id === search.open)
  const save = async () => {
    setIsSaving(true)
    try {
      keep(await download('exportRouting', { params: { county }, query: { draft: true } }))
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <>
      <DraftBar draft={data} changes={added + removed + changed + terms.length}>
        <Button onClick={() => open('new')}>
          <Icon name="plus" /> {t('policies.routing.draft.newEntry')}
        </Button>
        <Button onClick={() => open('terms')}>{t('policies.routing.draft.terms')}</Button>
      </DraftBar>
      {faults.size > 0 && (
        <div className="book-faults" role="alert">
          <h2>{t('policies.faults.title')}</h2>
          <p>{faults.get('') ?? t('policies.publish.faults')}</p>
        </div>
      )}
      {search.open === 'trial' && <RoutingTrial county={county} />}
      <div className="settings-split">
        <div className="settings-list">
          <EntryTable entries={data.entries} faults={faults} chosen={chosen?.id} open={open}>
            <span className="push list-tools">
              <button type="button" className="quiet-button" disabled={isSaving} onClick={() => void save()}>
                {t('policies.routing.force.download')}
              </button>
              <button type="button" className="quiet-button" onClick={() => open('upload')}>
                {t('policies.routing.draft.upload')}
              </button>
            </span>
          </EntryTable>
        </div>
        {search.open === 'new' && <EntryPanel key="new" county={county} draft={data} entry={undefined} />}
        {chosen && <EntryPanel key={chosen.id} county={county} draft={data} entry={chosen} />}
        {search.open === 'terms' && <TermsPanel county={county} draft={data} />}
        {search.open === 'upload' && <UploadPanel county={county} version={data.version} />}
        {search.open === 'drop' && data.exists && (
          <DropPanel county={county} drop="dropRoutingDraft" version={data.version} reads={draftReads} />
        )}
        {search.open === 'publish' && (
          <PublishPanel
            county={county}
            publish="publishRouting"
            version={data.version}
            next={data.basedOn + 1}
            isFaulty={faults.size > 0}
            reads={draftReads}
          />
        )}
      </div>
    </>
  )
}
