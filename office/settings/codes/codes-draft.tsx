import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { typeKeyOf } from '#contract/site-codes.ts'
import { Failing } from '../../controls/failing.tsx'
import { Icon } from '../../controls/icon.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { DraftBar } from '../books/draft-bar.tsx'
import { DropPanel } from '../books/drop-panel.tsx'
import { PublishPanel } from '../books/publish-panel.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { CodeLayout } from './code-layout.tsx'
import { codeReads } from './draft.ts'
import { LayoutPanel } from './layout-panel.tsx'
import { TypePanel } from './type-panel.tsx'
import { TypeTable } from './type-table.tsx'
import { UploadCodesPanel } from './upload-codes-panel.tsx'

/** The draft of the list: its types, what is wrong with it, and what can be done with it. */
export function CodesDraft({ county }: { county: number }) {
  const { t, list } = useSay()
  const { search, open } = useSettingsSearch()
  const { data, error, refetch } = useQuery(reading('readCodesDraft', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  const wordsOf = (type: string | null) => list(data.faults.filter((one) => one.type === type).map(({ code }) => t(`codes.faults.${code}`)))
  const faults = new Map(data.faults.flatMap(({ type }) => (type === null ? [] : [[type, wordsOf(type)] as const])))
  const chosen = data.types.find((one) => typeKeyOf(one) === search.open)
  return (
    <>
      <DraftBar draft={data} changes={data.changes} hasTrial={false}>
        <Button onClick={() => open('new')}>
          <Icon name="plus" /> {t('codes.draft.new')}
        </Button>
        <Button onClick={() => open('layout')}>{t('codes.draft.layout')}</Button>
      </DraftBar>
      {data.faults.length > 0 && (
        <div className="book-faults" role="alert">
          <h2>{t('policies.faults.title')}</h2>
          <p>{wordsOf(null) || t('policies.publish.faults')}</p>
        </div>
      )}
      <div className="settings-split">
        <div className="settings-list">
          <CodeLayout list={data} county={data.county} />
          <TypeTable county={county} types={data.types} faults={faults} chosen={chosen && typeKeyOf(chosen)} open={open}>
            <button type="button" className="quiet-button push" onClick={() => open('upload')}>
              {t('codes.draft.upload')}
            </button>
          </TypeTable>
        </div>
        {search.open === 'new' && <TypePanel key="new" county={county} draft={data} type={undefined} />}
        {chosen && <TypePanel key={typeKeyOf(chosen)} county={county} draft={data} type={chosen} />}
        {search.open === 'layout' && <LayoutPanel county={county} draft={data} />}
        {search.open === 'upload' && <UploadCodesPanel county={county} version={data.version} />}
        {search.open === 'drop' && data.exists && <DropPanel county={county} drop="dropCodesDraft" version={data.version} reads={codeReads} />}
        {search.open === 'publish' && (
          <PublishPanel county={county} publish="publishCodes" version={data.version} next={data.basedOn + 1} isFaulty={data.faults.length > 0} reads={codeReads} />
        )}
      </div>
    </>
  )
}
