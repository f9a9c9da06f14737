import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { PersonSelect } from '../controls/person-select.tsx'
import { useReason, useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { Bulk } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'

/** Below the list: how many are selected, what to do with them, and afterwards how each went. */
export function BulkBar({ county, bulk, selection }: { county: number; bulk: Bulk; selection: Selection }) {
  const { t } = useSay()
  const why = useWhy()
  const [person, setPerson] = useState<string>()
  const confirm = useRef<HTMLButtonElement>(null)
  const { rows } = selection
  const bodies = new Set(rows.map(({ task }) => task?.body.id))
  const [body] = bodies
  useEffect(() => {
    if (bulk.asked && bulk.asked !== 'assign') confirm.current?.focus()
  }, [bulk.asked])

  if (bulk.done) return <Summary bulk={bulk} />
  if (rows.length === 0 || bulk.acts.length === 0) return null
  if (!bulk.asked) {
    return (
      <section className="bulk" aria-label={t('office.bulk.label')}>
        <span className="bulk-count" aria-live="polite">
          {t('office.bulk.selected', { count: rows.length })}
        </span>
        {bulk.acts.map((act) => (
          <Button key={act} type={act === bulk.acts[0] ? 'primary' : 'default'} onClick={() => bulk.ask(act)}>
            {t(`office.bulk.${act}`)}
          </Button>
        ))}
        <button type="button" className="link" onClick={() => selection.setAll(false)}>
          {t('office.bulk.none')}
        </button>
      </section>
    )
  }
  const needsPerson = bulk.asked === 'assign'
  const areOfOneBody = bodies.size === 1 && body !== undefined
  return (
    <section className="bulk" aria-label={t('office.bulk.label')}>
      <span className="bulk-count" aria-live="polite">
        {t(`office.bulk.ask.${bulk.asked}`, { count: rows.length, number: rows[0]?.number })}
      </span>
      {needsPerson && !areOfOneBody ? <span className="field-error">{t('office.bulk.oneBody')}</span> : null}
      {needsPerson && areOfOneBody ? (
        <span className="bulk-person">
          <PersonSelect
            county={county}
            body={body}
            label={t('office.choose.person')}
            value={person}
            onChange={setPerson}
          />
        </span>
      ) : null}
      <Button
        ref={confirm}
        type="primary"
        loading={bulk.isSending}
        disabled={needsPerson && (!person || !areOfOneBody)}
        onClick={() => bulk.send({ act: bulk.asked!, person: needsPerson ? person : undefined })}
      >
        {t('office.bulk.confirm')}
      </Button>
      <Button onClick={() => bulk.ask(undefined)}>{t('office.cancel')}</Button>
      {bulk.error ? (
        <span className="field-error" role="alert">
          {why(bulk.error)}
        </span>
      ) : null}
    </section>
  )
}

function Summary({ bulk }: { bulk: Bulk }) {
  const { t } = useSay()
  const reason = useReason()
  const { act, done, refused } = bulk.done!
  return (
    <div className="bulk bulk-done" aria-live="polite">
      {done > 0 && (
        <span className="bulk-count">
          <Icon name="check" /> {t(`office.bulk.done.${act}`, { count: done })}
        </span>
      )}
      {refused.length > 0 && (
        <span className="bulk-refused">
          {t('office.bulk.refused', { count: refused.length })}
          <ul>
            {refused.map(({ row, code }) => (
              <li key={row.id}>
                <span className="figures">{row.number}</span> {reason(code)}
              </li>
            ))}
          </ul>
        </span>
      )}
      <button type="button" className="bar-button" aria-label={t('office.close')} onClick={bulk.forget}>
        <Icon name="close" />
      </button>
    </div>
  )
}
