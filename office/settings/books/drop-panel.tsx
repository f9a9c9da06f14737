import type { OperationId } from '#contract/paths.ts'
import { call } from '#screen/api.ts'
import { useSay } from '../../say.ts'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'

interface Props {
  county: number
  drop: 'dropPolicyDraft' | 'dropRoutingDraft' | 'dropCodesDraft'
  version: number
  reads: OperationId[]
}

/** Throws the draft away, asked twice. */
export function DropPanel({ county, drop, version, reads }: Props) {
  const { t } = useSay()
  const { close } = useSettingsSearch()
  const dropping = useChange(() => call(drop, { params: { county }, version }), reads, close)
  return (
    <SidePanel title={t('policies.draft.drop')} close={close}>
      <p>{t('policies.draft.dropWords')}</p>
      <PanelForm
        submit={t('policies.draft.dropSure')}
        isDanger
        isSending={dropping.isPending}
        error={dropping.error}
        send={() => dropping.mutate(undefined)}
      />
    </SidePanel>
  )
}
