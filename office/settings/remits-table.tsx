import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call, download } from '#screen/api.ts'
import { keep } from '../controls/keep-file.ts'
import { useSay } from '../say.ts'
import { base64Of } from './books/base64-of.ts'
import { BadRows, isTooLarge, TableField } from './books/table-file.tsx'
import { PanelForm } from './panel-form.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

type Read = Operations['importRemits']['reply']

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
        canSend={file !== undefined && !isTooLarge(file) && (read === undefined || isChecked)}
        isSending={reading.isPending}
        error={reading.error ?? saving.error}
        send={() => reading.mutate(!isChecked)}
      >
        <TableField
          label={t('office.bodies.remits.upload')}
          hint={t('office.bodies.remits.tableWords')}
          accept=".csv,.xlsx"
          file={file}
          tooLarge={t('office.bodies.remits.tooLarge')}
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
  const { t } = useSay()
  if (bad.length === 0) {
    const said = counts.added + counts.changed === 0 ? 'nothing' : dryRun ? 'checked' : 'done'
    return <p aria-live="polite">{t(`office.bodies.remits.${said}`, counts)}</p>
  }
  return <BadRows title={t('office.bodies.remits.bad', { count: bad.length })} bad={bad} inWords={(code, text) => t(`office.bodies.remits.rowFaults.${code}`, { text })} />
}
