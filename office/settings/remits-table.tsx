import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call, download } from '#screen/api.ts'
import { keep } from '../controls/keep-file.ts'
import { FileField } from '../imports/file-field.tsx'
import { useSay } from '../say.ts'
import { base64Of } from './books/base64-of.ts'
import { PanelForm } from './panel-form.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

type Read = Operations['importRemits']['reply']

const badShownMax = 30
const fileBytesMax = 700 * 1024

/** All lists of duties as a table: taken along, and read from one, which is checked before anything is changed. */
export function RemitsTable({ county }: { county: number }) {
  const { t } = useSay()
  const { close } = useSettingsSearch()
  const [file, setFile] = useState<File>()
  const saving = useChange(async () => keep(await download('exportRemits', { params: { county } })), [])
  const reading = useChange(
    async (dryRun: boolean) => ({ dryRun, ...(await call('importRemits', { params: { county }, body: { fileName: file!.name, bytes: await base64Of(file!), dryRun } })) }),
    ['listRemits'],
  )
  const read = reading.data
  const isTooLarge = file !== undefined && file.size > fileBytesMax
  const isChecked = read !== undefined && read.dryRun && read.bad.length === 0 && read.added + read.changed > 0
  return (
    <SidePanel title={t('office.bodies.remits.table')} close={close}>
      <p>
        <button type="button" className="quiet-button" disabled={saving.isPending} onClick={() => saving.mutate(undefined)}>
          {t('office.bodies.remits.download')}
        </button>
      </p>
      <PanelForm
        submit={t(isChecked ? 'office.bodies.remits.run' : 'office.bodies.remits.check')}
        canSend={file !== undefined && !isTooLarge && (read === undefined || isChecked)}
        isSending={reading.isPending}
        error={reading.error ?? saving.error}
        send={() => reading.mutate(!isChecked)}
      >
        <FileField
          label={t('office.bodies.remits.upload')}
          hint={t('office.bodies.remits.tableWords')}
          accept=".csv,.xlsx"
          file={file}
          error={isTooLarge ? t('office.bodies.remits.tooLarge') : undefined}
          disabled={reading.isPending}
          choose={(chosen) => {
            setFile(chosen)
            reading.reset()
          }}
        />
        {read && <WhatWasRead read={read} />}
      </PanelForm>
    </SidePanel>
  )
}

function WhatWasRead({ read: { dryRun, bad, ...counts } }: { read: Read & { dryRun: boolean } }) {
  const { t, list } = useSay()
  if (bad.length === 0) {
    const said = counts.added + counts.changed === 0 ? 'nothing' : dryRun ? 'checked' : 'done'
    return <p aria-live="polite">{t(`office.bodies.remits.${said}`, counts)}</p>
  }
  return (
    <div role="alert">
      <p className="field-error">{t('office.bodies.remits.bad', { count: bad.length })}</p>
      <ul className="changes">
        {bad.slice(0, badShownMax).map(({ line, faults }) => (
          <li key={line}>
            {t('office.bodies.remits.line', { line })} {list(faults.map(({ code, text }) => t(`office.bodies.remits.rowFaults.${code}`, { text: text ?? '' })))}
          </li>
        ))}
        {bad.length > badShownMax && <li>{t('office.bodies.remits.more', { count: bad.length - badShownMax })}</li>}
      </ul>
    </div>
  )
}
