import { useState } from 'react'
import { call } from '#screen/api.ts'
import { useSay } from '../../say.ts'
import { base64Of } from '../books/base64-of.ts'
import { BadRows, isTooLarge, TableField } from '../books/table-file.tsx'
import { PanelForm } from '../panel-form.tsx'
import { SidePanel } from '../side-panel.tsx'
import { useChange } from '../use-change.ts'
import { useSettingsSearch } from '../use-settings-search.ts'
import { codeReads } from './draft.ts'

const columns = ['thing', 'class', 'className', 'classNameEn', 'type', 'name', 'nameEn', 'category', 'owner'] as const

/** Replaces the types of the draft by a table. */
export function UploadCodesPanel({ county, version }: { county: number; version: number }) {
  const { t, list } = useSay()
  const { close } = useSettingsSearch()
  const [file, setFile] = useState<File>()
  const sending = useChange(async () => call('importCodes', { params: { county }, body: { fileName: file!.name, bytes: await base64Of(file!) }, version }), codeReads)
  const { data } = sending
  return (
    <SidePanel title={t('codes.draft.upload')} close={close}>
      <PanelForm submit={t('codes.draft.upload')} canSend={file !== undefined && !isTooLarge(file)} isSending={sending.isPending} error={sending.error} send={() => sending.mutate(undefined)}>
        <TableField
          label={t('codes.draft.file')}
          hint={t('codes.draft.uploadWords', { columns: list(columns.map((column) => t(`codes.columns.${column}`))) })}
          accept=".csv,.xlsx,.jsonl"
          file={file}
          tooLarge={t('refusals.book.too_many')}
          disabled={sending.isPending}
          choose={(chosen) => {
            setFile(chosen)
            sending.reset()
          }}
        />
      </PanelForm>
      {data && data.bad.length === 0 && <p aria-live="polite">{t('codes.draft.uploaded', { count: data.types })}</p>}
      {data && data.bad.length > 0 && (
        <BadRows title={t('codes.draft.bad', { count: data.bad.length })} bad={data.bad} inWords={(code, text) => t(`codes.rowFaults.${code}`, { text })} />
      )}
    </SidePanel>
  )
}
