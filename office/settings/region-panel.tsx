import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import type { RegionRow } from '#contract/regions.ts'
import { call } from '#screen/api.ts'
import { Failing } from '../controls/failing.tsx'
import { Field } from '../controls/field.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { BoundaryField, boundaryIn } from './boundary-field.tsx'
import { NameFields } from './name-fields.tsx'
import { PanelForm } from './panel-form.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

const reads = ['listRegions', 'readRegion', 'readBoundaries'] as const
const lowestLevel = 7

export function RegionPanel({ region, mayChange }: { region: number; mayChange: boolean }) {
  const { t, name } = useSay()
  const { close } = useSettingsSearch()
  const { data, error } = useQuery(reading('readRegion', { params: { region } }))
  return (
    <SidePanel title={data ? name(data.region.name) : t('office.loading')} close={close}>
      {error ? <Failing error={error} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && (
        <>
          <dl className="facts">
            <div className="fact">
              <dt>{t('office.regions.above')}</dt>
              <dd>{data.above.map((one) => name(one.name)).join(' · ') || '—'}</dd>
            </div>
            <div className="fact">
              <dt>{t('office.regions.code')}</dt>
              <dd className="figures">{data.region.code}</dd>
            </div>
            <div className="fact">
              <dt>{t('office.regions.validFrom')}</dt>
              <dd className="figures">
                {data.region.validFrom}
                {data.region.validTo && ` – ${data.region.validTo}`}
              </dd>
            </div>
          </dl>
          {mayChange && (
            <>
              <ChangeRegion key={JSON.stringify(data.region)} row={data.region} />
              {data.region.level < lowestLevel && <AddRegion below={data.region} />}
            </>
          )}
        </>
      )}
    </SidePanel>
  )
}

function ChangeRegion({ row }: { row: RegionRow }) {
  const { t } = useSay()
  const [name, setName] = useState(row.name)
  const [boundary, setBoundary] = useState('')
  const [validTo, setValidTo] = useState(row.validTo ?? '')
  const changing = useChange(
    () =>
      call('changeRegion', {
        params: { region: row.id },
        body: { name, boundary: boundary.trim() ? boundaryIn(boundary) : undefined, validTo: validTo || undefined },
      }),
    [...reads],
    () => setBoundary(''),
  )
  return (
    <section className="panel-part">
      <h3>{t('office.regions.change')}</h3>
      <PanelForm
        submit={t('office.save')}
        canSend={name.zh.trim() !== '' && (!boundary.trim() || boundaryIn(boundary) !== undefined)}
        isSending={changing.isPending}
        error={changing.error}
        send={() => changing.mutate(undefined)}
      >
        <NameFields value={name} onChange={setName} />
        <BoundaryField value={boundary} onChange={setBoundary} />
        <p className="field-hint">{t(row.hasBoundary ? 'office.regions.hasBoundary' : 'office.regions.noBoundary')}</p>
        <Field label={t('office.regions.validTo')} optional={t('office.optional')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="line-input"
              value={validTo}
              onChange={(event) => setValidTo(event.target.value)}
            />
          )}
        </Field>
        {changing.isSuccess && (
          <p className="field-hint" aria-live="polite">
            {t('office.saved')}
          </p>
        )}
      </PanelForm>
    </section>
  )
}

function AddRegion({ below }: { below: RegionRow }) {
  const { t } = useSay()
  const [code, setCode] = useState(`${below.code}-`)
  const [name, setName] = useState({ zh: '' } as RegionRow['name'])
  const [boundary, setBoundary] = useState('')
  const adding = useChange(
    () =>
      call('createRegion', {
        params: { region: below.id },
        body: { code: code.trim(), name, boundary: boundary.trim() ? boundaryIn(boundary) : undefined },
      }),
    [...reads],
    () => {
      setName({ zh: '' })
      setBoundary('')
      setCode(`${below.code}-`)
    },
  )
  return (
    <details className="panel-part">
      <summary>{t('office.regions.add', { level: t(`office.regions.levels.${below.level + 1}`) })}</summary>
      <PanelForm
        submit={t('office.regions.addSubmit')}
        canSend={name.zh.trim() !== '' && code.trim() !== ''}
        isSending={adding.isPending}
        error={adding.error}
        send={() => adding.mutate(undefined)}
      >
        <Field label={t('office.regions.code')}>
          {(id) => (
            <Input
              id={id}
              className="figures"
              required
              maxLength={24}
              pattern="[0-9A-Za-z\-]+"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <NameFields value={name} onChange={setName} />
        <BoundaryField value={boundary} onChange={setBoundary} />
      </PanelForm>
      {adding.isSuccess && (
        <p className="field-hint" aria-live="polite">
          {t('office.saved')}
        </p>
      )}
    </details>
  )
}
