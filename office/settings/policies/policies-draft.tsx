import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { policyFieldKeys } from '#contract/policy-fields.ts'
import type { NamedLayer } from '#contract/policies.ts'
import { Empty } from '../../controls/empty.tsx'
import { Failing } from '../../controls/failing.tsx'
import { Icon } from '../../controls/icon.tsx'
import { Loading } from '../../controls/loading.tsx'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'
import { DraftBar } from '../books/draft-bar.tsx'
import { DropPanel } from '../books/drop-panel.tsx'
import { PublishPanel } from '../books/publish-panel.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { draftReads } from './draft-reads.ts'
import { LayerPanel } from './layer-panel.tsx'
import { PolicyTrial } from './policy-trial.tsx'
import { usePolicyWords } from './policy-words.ts'


const openKey = ({ town, category }: Pick<NamedLayer, 'town' | 'category'>) => `layer-${town ?? ''}-${category ?? ''}`

/** The draft of the rules: its layers, what is wrong with it, and what can be done with it. */
export function PoliciesDraft({ county }: { county: number }) {
  const { t } = useSay()
  const words = usePolicyWords()
  const { search, open } = useSettingsSearch()
  const { data, error, refetch } = useQuery(reading('readPolicyDraft', { params: { county } }))
  if (error) return <Failing error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  const chosen = data.layers.find((layer) => openKey(layer) === search.open)
  const isFaulty = data.faults.length > 0
  return (
    <>
      <DraftBar draft={data} changes={data.changes.length}>
        <Button onClick={() => open('new')}>
          <Icon name="plus" /> {t('policies.draft.newLayer')}
        </Button>
      </DraftBar>
      {isFaulty && (
        <div className="book-faults" role="alert">
          <h2>{t('policies.faults.title')}</h2>
          <ul>
            {data.faults.map((fault) => (
              <li key={`${openKey(fault)}${fault.code}${fault.field}`}>
                {t(`policies.faults.${fault.code}`, {
                  holds: words.holds(fault),
                  field: fault.field ? words.field(fault.field) : '',
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {search.open === 'trial' && <PolicyTrial county={county} version={data.version} />}
      <div className="settings-split">
        <div className="settings-list">
          {data.layers.length === 0 ? (
            <Empty title={t('policies.draft.layersNone')} />
          ) : (
            <table className="plain layers">
              <caption className="sr-only">{t('policies.views.draft')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('policies.draft.layer')}</th>
                  <th scope="col">{t('policies.draft.says')}</th>
                </tr>
              </thead>
              <tbody>
                {data.layers.map((layer) => (
                  <tr key={openKey(layer)} className={layer === chosen ? 'row-selected' : undefined}>
                    <th scope="row">
                      <button type="button" className="row-open" onClick={() => open(openKey(layer))}>
                        {words.holds(layer)}
                      </button>
                    </th>
                    <td>
                      <LayerSays layer={layer} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        {search.open === 'new' && <LayerPanel key="new" county={county} draft={data} layer={undefined} />}
        {chosen && <LayerPanel key={openKey(chosen)} county={county} draft={data} layer={chosen} />}
        {search.open === 'drop' && data.exists && (
          <DropPanel county={county} drop="dropPolicyDraft" version={data.version} reads={draftReads} />
        )}
        {search.open === 'publish' && (
          <PublishPanel
            county={county}
            publish="publishPolicies"
            version={data.version}
            next={data.basedOn + 1}
            isFaulty={isFaulty}
            reads={draftReads}
          />
        )}
      </div>
    </>
  )
}

/** What a layer says, one rule a line. */
function LayerSays({ layer: { set, locked } }: { layer: NamedLayer }) {
  const { t } = useSay()
  const words = usePolicyWords()
  const fields = policyFieldKeys.filter((field) => set[field] !== undefined || locked.includes(field))
  if (fields.length === 0) return <span className="soft">{t('policies.draft.empty')}</span>
  return (
    <ul className="says">
      {fields.map((field) => {
        const value = set[field]
        return (
          <li key={field}>
            <span className="soft">{words.field(field)}</span>{' '}
            {value === undefined ? t('policies.draft.keep') : words.value(field, value)}
            {locked.includes(field) && (
              <span className="rule-locked">
                <Icon name="lock" size={12} /> {t('policies.holds.locked')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
