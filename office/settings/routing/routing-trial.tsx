import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call } from '#screen/api.ts'
import { fullDateWords } from '#screen/time.ts'
import { Icon } from '../../controls/icon.tsx'
import { useWhy } from '../../controls/why.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { CaseNumber } from '../books/case-number.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'

type Trial = Operations['tryRoutingDraft']['reply']
const monthsChoices = [1, 3, 6, 12, 24]

/** Where closed cases would have gone by the draft. */
export function RoutingTrial({ county }: { county: number }) {
  const { t } = useSay()
  const why = useWhy()
  const { close } = useSettingsSearch()
  const [months, setMonths] = useState(6)
  const trying = useMutation({ mutationFn: () => call('tryRoutingDraft', { params: { county }, body: { months } }) })
  return (
    <section className="trial" aria-label={t('policies.trial.title')}>
      <header className="act-head">
        <h2>{t('policies.trial.title')}</h2>
        <button type="button" className="bar-button" aria-label={t('office.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p className="soft">{t('policies.routing.trial.words')}</p>
      <p className="trial-ask">
        {t('policies.trial.months')}
        <Select
          aria-label={t('policies.trial.months')}
          value={months}
          onChange={setMonths}
          options={monthsChoices.map((value) => ({ value, label: String(value) }))}
        />
        <Button type="primary" loading={trying.isPending} onClick={() => trying.mutate()}>
          {t(trying.data ? 'policies.trial.again' : 'policies.trial.run')}
        </Button>
      </p>
      {trying.error ? (
        <p className="field-error" role="alert">
          {why(trying.error)}
        </p>
      ) : null}
      {trying.data && <Found county={county} trial={trying.data} />}
    </section>
  )
}

function Found({ county, trial }: { county: number; trial: Trial }) {
  const { t, name } = useSay()
  const reader = useReader()
  if (trial.cases === 0) return <p aria-live="polite">{t('policies.trial.none')}</p>
  const pair = (before: number, after: number) => `${before} → ${after}`
  return (
    <div aria-live="polite">
      <p>
        {t('policies.routing.trial.looked', { count: trial.cases, solved: trial.solved, since: fullDateWords(trial.since!, reader) })}
        {trial.isCut && <span className="soft"> {t('policies.trial.cut')}</span>}
      </p>
      <dl className="trial-numbers">
        <div>
          <dt>{t('policies.routing.trial.elsewhere')}</dt>
          <dd className="figures">{trial.elsewhere}</dd>
        </div>
        <div>
          <dt>{t('policies.routing.trial.right')}</dt>
          <dd className="figures">{pair(trial.rightBefore, trial.rightAfter)}</dd>
        </div>
        <div>
          <dt>{t('policies.routing.trial.nobody')}</dt>
          <dd className="figures">{pair(trial.nobodyBefore, trial.nobodyAfter)}</dd>
        </div>
      </dl>
      <table className="plain numbers">
        <thead>
          <tr>
            <th scope="col">{t('policies.routing.trial.category')}</th>
            <th scope="col">{t('policies.routing.trial.cases')}</th>
            <th scope="col">{t('policies.routing.trial.elsewhere')}</th>
            <th scope="col">{t('policies.routing.trial.right')}</th>
            <th scope="col">{t('policies.routing.trial.nobody')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.categories.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.name ? name(one.name) : t('policies.routing.trial.unsorted')}</th>
              <td className="figures">{one.cases}</td>
              <td className="figures">{one.elsewhere}</td>
              <td className="figures">{pair(one.rightBefore, one.rightAfter)}</td>
              <td className="figures">{pair(one.nobodyBefore, one.nobodyAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trial.examples.length > 0 && <Examples county={county} trial={trial} />}
    </div>
  )
}

function Examples({ county, trial }: { county: number; trial: Trial }) {
  const { t, name } = useSay()
  const body = (one: Trial['examples'][number]['before']) =>
    one ? name(one.name) : <span className="soft">{t('policies.routing.trial.nobodyNamed')}</span>
  return (
    <details className="panel-part">
      <summary>{t('policies.trial.examples')}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('office.columns.number')}</th>
            <th scope="col">{t('policies.routing.trial.before')}</th>
            <th scope="col">{t('policies.routing.trial.after')}</th>
            <th scope="col">{t('policies.routing.trial.solvedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.examples.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <CaseNumber county={county} id={one.id} number={one.number} />{' '}
                <span className="soft">{one.category ? name(one.category) : ''}</span>
              </th>
              <td>{body(one.before)}</td>
              <td>{body(one.after)}</td>
              <td>{body(one.solvedBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
