import { useState } from 'react'
import { call } from '#screen/api.ts'
import { useSay } from '../../say.ts'
import { base64Of } from '../books/base64-of.ts'
import { BadRows, isTooLarge, TableField } from '../books/table-file.tsx'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { draftReads } from './draft-reads.ts'

/** Replaces the entries of the draft by a table. */
export function UploadPanel({ county, version }: { county: number; version: number }) {
  const { t } = useSay()
  const { close } = useSettingsSearch()
  const [file, setFile] = useState<File>()
  const sending = useChange(
    async () => call('importRouting', { params: { county }, body: { fileName: file!.name, bytes: await base64Of(file!) }, version }),
    draftReads,
  )
  const { data } = sending
  return (
    <SidePanel title={t('policies.routing.draft.upload')} close={close}>
      <PanelForm
        submit={t('policies.routing.draft.upload')}
        canSend={file !== undefined && !isTooLarge(file)}
        isSending={sending.isPending}
        error={sending.error}
        send={() => sending.mutate(undefined)}
      >
        <TableField
          label={t('policies.routing.file')}
          hint={t('policies.routing.draft.uploadWords')}
          accept=".csv,.xlsx"
          file={file}
          tooLarge={t('refusals.book.too_many')}
          disabled={sending.isPending}
          choose={(chosen) => {
            setFile(chosen)
            sending.reset()
          }}
        />
      </PanelForm>
      {data && data.bad.length === 0 && <p aria-live="polite">{t('policies.routing.draft.uploaded', { count: data.entries })}</p>}
      {data && data.bad.length > 0 && (
        <BadRows
          title={t('policies.routing.draft.bad', { count: data.bad.length })}
          bad={data.bad}
          inWords={(code, text) => t(`policies.routing.rowFaults.${code}`, { text })}
        />
      )}
    </SidePanel>
  )
}
