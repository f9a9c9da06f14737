import { useState } from 'react'
import type { Body } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { BodySelect } from '../controls/body-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'
import { BodyHours } from './calendar/body-hours.tsx'
import { NameFields } from './name-fields.tsx'
import { PanelForm } from './panel-form.tsx'
import { Remits } from './remits.tsx'
import { SidePanel } from './side-panel.tsx'
import { TelephoneField } from './telephone-field.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'
import { WithReason } from './with-reason.tsx'

export function BodyPanel({ body, mayChange }: { body: Body; mayChange: boolean }) {
  const { t, name: inWords } = useSay()
  const { close } = useSettingsSearch()
  const [name, setName] = useState(body.name)
  const [parent, setParent] = useState(body.parent?.id)
  const [isDesk, setIsDesk] = useState(body.isDesk)
  const [telephone, setTelephone] = useState(body.telephone ?? '')
  const { county, id } = body
  const changing = useChange(
    () =>
      call('changeBody', {
        params: { county, id },
        body: { name, parent: parent ?? null, isDesk, telephone: telephone.trim() || null },
        version: body.version,
      }),
    ['listBodies'],
  )
  const closing = useChange(
    (reason: string) => call('closeBody', { params: { county, id }, body: { reason }, version: body.version }),
    ['listBodies', 'listPosts'],
  )
  return (
    <SidePanel title={inWords(body.name)} close={close}>
      <dl className="facts">
        <div className="fact">
          <dt>{t('office.bodies.kind')}</dt>
          <dd>{t(`organisation.bodyKinds.${body.kind}`)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.bodies.region')}</dt>
          <dd>{inWords(body.region.name)}</dd>
        </div>
      </dl>
      <Remits county={county} body={id} />
      {body.closedAt && <p>{t('office.bodies.closed')}</p>}
      {mayChange && !body.closedAt ? (
        <>
          <PanelForm
            submit={t('office.save')}
            canSend={name.zh.trim() !== ''}
            isSending={changing.isPending}
            error={changing.error}
            send={() => changing.mutate(undefined)}
          >
            <NameFields value={name} onChange={setName} />
            <Field label={t('office.bodies.parent')} optional={t('office.optional')}>
              {(field) => (
                <BodySelect
                  id={field}
                  county={county}
                  label={t('office.bodies.parent')}
                  allowClear
                  without={[id]}
                  value={parent}
                  onChange={setParent}
                />
              )}
            </Field>
            <TelephoneField value={telephone} onChange={setTelephone} />
            <label className="check">
              <input type="checkbox" checked={isDesk} onChange={(event) => setIsDesk(event.target.checked)} />
              {t('office.bodies.isDesk')}
            </label>
            {changing.isSuccess && (
              <p className="field-hint" aria-live="polite">
                {t('office.saved')}
              </p>
            )}
          </PanelForm>
          <BodyHours county={county} body={id} />
          <WithReason
            title={t('office.bodies.close')}
            words={t('office.bodies.closeWords')}
            act={(reason) => closing.mutateAsync(reason)}
            done={close}
          />
        </>
      ) : null}
    </SidePanel>
  )
}
