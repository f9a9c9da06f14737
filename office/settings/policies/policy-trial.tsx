import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Operations } from '#contract/index.ts'
import { call } from '#screen/api.ts'
import { fullDateWords, timeWords } from '#screen/time.ts'
import { Icon } from '../../controls/icon.tsx'
import { useWhy } from '../../controls/why.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'
import { CaseNumber } from '../books/case-number.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { usePolicyWords } from './policy-words.ts'

type Trial = Operations['tryPolicyDraft']['reply']
const monthsChoices = [1, 3, 6, 12, 24]

/** What the draft would have meant for past cases. */
export function PolicyTrial({ county, version }: { county: number; version: number }) {
  const { t } = useSay()
  const why = useWhy()
  const { close } = useSettingsSearch()
  const [months, setMonths] = useState(6)
  const trying = useMutation({ mutationFn: () => call('tryPolicyDraft', { params: { county }, body: { months } }) })
  return (
    <section className="trial" aria-label={t('policies.trial.title')}>
      <header className="act-head">
        <h2>{t('policies.trial.title')}</h2>
        <button type="button" className="bar-button" aria-label={t('office.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p className="soft">{t('policies.trial.words')}</p>
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
      {trying.data && <Found key={version} county={county} trial={trying.data} />}
    </section>
  )
}

function Found({ county, trial }: { county: number; trial: Trial }) {
  const { t } = useSay()
  const reader = useReader()
  const words = usePolicyWords()
  const clocks = trial.clocks.filter(({ moved }) => moved > 0)
  const gates = trial.gates.filter(({ before, after }) => before !== after)
  if (trial.cases === 0) return <p aria-live="polite">{t('policies.trial.none')}</p>
  return (
    <div aria-live="polite">
      <p>
        {t('policies.trial.looked', { count: trial.cases, since: fullDateWords(trial.since!, reader) })}
        {trial.isCut && <span className="soft"> {t('policies.trial.cut')}</span>}
      </p>
      <dl className="trial-numbers">
        <Number words={t('policies.trial.moved')} count={trial.moved} />
        <Number words={t('policies.trial.newlyLate')} count={trial.newlyLate} isBad />
        <Number words={t('policies.trial.noLongerLate')} count={trial.noLongerLate} />
      </dl>
      {clocks.length === 0 && gates.length === 0 && <p>{t('policies.trial.nothing')}</p>}
      {clocks.length > 0 && (
        <table className="plain numbers">
          <thead>
            <tr>
              <th scope="col">{t('policies.trial.clock')}</th>
              <th scope="col">{t('policies.trial.all')}</th>
              <th scope="col">{t('policies.trial.moved')}</th>
              <th scope="col">{t('policies.trial.newlyLate')}</th>
              <th scope="col">{t('policies.trial.noLongerLate')}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((one) => (
              <tr key={one.field}>
                <th scope="row">{words.field(one.field)}</th>
                <td className="figures">{one.all}</td>
                <td className="figures">{one.moved}</td>
                <td className="figures">{one.newlyLate}</td>
                <td className="figures">{one.noLongerLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gates.length > 0 && (
        <table className="plain numbers">
          <thead>
            <tr>
              <th scope="col">{t('policies.trial.gate')}</th>
              <th scope="col">{t('policies.trial.gateBefore')}</th>
              <th scope="col">{t('policies.trial.gateAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {gates.map((one) => (
              <tr key={one.field}>
                <th scope="row">{words.field(one.field)}</th>
                <td className="figures">{one.before}</td>
                <td className="figures">{one.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {trial.examples.length > 0 && <Examples county={county} trial={trial} />}
    </div>
  )
}

function Number({ words, count, isBad }: { words: string; count: number; isBad?: boolean }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd className={isBad && count > 0 ? 'figures trial-bad' : 'figures'}>{count}</dd>
    </div>
  )
}

function Examples({ county, trial }: { county: number; trial: Trial }) {
  const { t, name } = useSay()
  const reader = useReader()
  const words = usePolicyWords()
  const at = (due: string, isLate: boolean) => (
    <>
      {timeWords(due, reader)} <span className={isLate ? 'clock-late' : 'soft'}>{t(isLate ? 'policies.trial.late' : 'policies.trial.inTime')}</span>
    </>
  )
  return (
    <details className="panel-part">
      <summary>{t('policies.trial.examples')}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('office.columns.number')}</th>
            <th scope="col">{t('policies.trial.clock')}</th>
            <th scope="col">{t('policies.trial.before')}</th>
            <th scope="col">{t('policies.trial.after')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.examples.map((one) => (
            <tr key={`${one.id}${one.field}${one.dueBefore}`}>
              <th scope="row">
                <CaseNumber county={county} id={one.id} number={one.number} />{' '}
                <span className="soft">
                  {[one.town?.name, one.category].flatMap((both) => (both ? [name(both)] : [])).join(' · ')}
                </span>
              </th>
              <td>{words.field(one.field)}</td>
              <td>{at(one.dueBefore, one.lateBefore)}</td>
              <td>{at(one.dueAfter, one.lateAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
