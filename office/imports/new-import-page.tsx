import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Mapping } from '#contract/imports.ts'
import { Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Icon } from '../controls/icon.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { FileField } from './file-field.tsx'
import { sendFile, type Sending } from './send-file.ts'

/** A file and its mapping go up; what the check finds stands on the import's own page. */
export function NewImportPage() {
  const { t } = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  const memory = useQueryClient()
  usePageTitle(t('imports.page.create'))
  const [file, setFile] = useState<File>()
  const [given, setGiven] = useState<{ file: File; mapping: Mapping | undefined }>()
  const [going, setGoing] = useState<Sending>()
  const [share, setShare] = useState(0)
  const sending = useMutation({
    mutationFn: (one: Sending) => sendFile(county, one, setShare),
    onSuccess: (id) => {
      void memory.invalidateQueries({ queryKey: ['listImports'] })
      return navigate({ to: '/$county/imports/$id', params: { county, id } })
    },
  })
  const chosen = (change: () => void) => {
    change()
    setGoing(undefined)
    sending.reset()
  }
  const send = () => {
    const one = going ?? { key: newId(), file: file!, mapping: given!.mapping!, arrived: new Set<number>() }
    setGoing(one)
    sending.mutate(one)
  }
  const mappingError = useMappingError(given, sending.error)
  const isReady = file !== undefined && given?.mapping !== undefined
  return (
    <section className="narrow">
      <header className="list-head">
        <Link to="/$county/imports" params={{ county }} className="quiet-button">
          <Icon name="back" /> {t('imports.page.back')}
        </Link>
        <h1>{t('imports.page.create')}</h1>
      </header>
      <p className="import-lead">{t('imports.page.lead')}</p>
      <form
        className="import-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FileField
          label={t('imports.page.dataFile')}
          hint={t('imports.page.dataFileHint')}
          accept=".csv,.xlsx,.jsonl,.ndjson,.gz"
          file={file}
          disabled={sending.isPending}
          choose={(one) => chosen(() => setFile(one))}
        />
        <FileField
          label={t('imports.page.mappingFile')}
          hint={t('imports.page.mappingFileHint')}
          accept=".json,application/json"
          file={given?.file}
          error={mappingError}
          disabled={sending.isPending}
          choose={(one) => void readMapping(one).then((mapping) => chosen(() => setGiven({ file: one, mapping })))}
        />
        {given?.mapping?.fields ? <MappingSaid mapping={given.mapping} /> : null}
        <Sent error={mappingError ? null : sending.error} isPending={sending.isPending} share={share} />
        <Button type="primary" size="large" htmlType="submit" disabled={!isReady} loading={sending.isPending}>
          {t(sending.isError && going ? 'imports.page.uploadAgain' : 'imports.page.upload')}
        </Button>
      </form>
    </section>
  )
}

/** Only that it is an object is looked at here: what it must say, the server knows. */
async function readMapping(file: File): Promise<Mapping | undefined> {
  try {
    const mapping: unknown = JSON.parse(await file.text())
    return typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping) ? (mapping as Mapping) : undefined
  } catch {
    return undefined
  }
}

function useMappingError(given: { mapping: Mapping | undefined } | undefined, error: unknown): string | undefined {
  const { t } = useSay()
  if (given && !given.mapping) return t('imports.page.notJson')
  if (!(error instanceof Refused)) return undefined
  const { code, fields } = error.problem
  const problem = (error.problem as { problem?: string }).problem
  if (code === 'import.bad_mapping') return t(`imports.problems.${problem}`)
  const where = fields?.map(({ path }) => path.replace('/mapping', '')).find(Boolean)
  return code === 'bad_input' ? t('imports.page.mappingWrong', { where: where ?? '/' }) : undefined
}

function MappingSaid({ mapping: { source, format, fields } }: { mapping: Mapping }) {
  const { t } = useSay()
  return <p className="soft">{t('imports.page.reads', { source, format, id: fields.id, time: fields.receivedAt?.column })}</p>
}

function Sent({ error, isPending, share }: { error: unknown; isPending: boolean; share: number }) {
  const { t } = useSay()
  const why = useWhy()
  const percent = Math.floor(share * 100)
  return (
    <div aria-live="polite">
      {isPending ? (
        <>
          <progress className="import-progress" value={percent} max={100} aria-label={t('imports.page.dataFile')} />
          <p className="soft figures">{t('imports.page.uploading', { share: percent })}</p>
        </>
      ) : null}
      {error ? <p className="field-error">{why(error)}</p> : null}
    </div>
  )
}
