import type { CaseRequest } from '#contract/requests.ts'
import { fullDateWords } from '#screen/time.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

/** Where the words of a ground stand; supervision by rule has its own. */
const groundsOf: Partial<Record<CaseRequest['kind'], string>> = { exclusion: 'exclusionGrounds', return: 'returnGrounds', ownership: 'returnGrounds' }

/** What is asked for: who wants what, with everything that goes with it. */
export function Proposal({ request }: { request: CaseRequest }) {
  const { t, name, list } = useSay()
  const reader = useReader()
  const { kind, by, of, lead, assists, workingDays, days, outcome, until, ground, words, ruling } = request
  const day = until && fullDateWords(until, reader)
  const facts: [string, string][] = [
    // Where another lead was named, the decision says which.
    ...(lead && ruling !== 'changed' && kind !== 'ownership_taking' ? [['lead', name(lead.name)] as [string, string]] : []),
    ...(assists.length > 0 && ruling !== 'changed' ? [['assists', list(assists.map((body) => name(body.name)))] as [string, string]] : []),
    ...(kind === 'dispatch' && workingDays ? [['days', t('office.requests.daysOf', { count: workingDays })] as [string, string]] : []),
    ...(kind === 'close' && outcome ? [['outcome', t(`casework.outcomes.${outcome}`)] as [string, string]] : []),
    ...(kind === 'supervision' && day ? [['until', day] as [string, string]] : []),
    ...(ground ? [['ground', t(`casework.${groundsOf[kind] ?? 'requestGrounds'}.${ground}`)] as [string, string]] : []),
  ]
  return (
    <div className="proposal">
      <p className="proposal-what">
        {t(`office.requests.wants.${kind}`, { by: name(by.name), of: name(of.name), workingDays, days, until: day })}
      </p>
      <dl className="facts">
        {facts.map(([key, said]) => (
          <div key={key} className={key === 'lead' ? 'fact proposal-lead' : 'fact'}>
            <dt>{t(`office.requests.${key}`)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
        {words && (
          <div className="fact proposal-words">
            <dt>{t(`office.requests.words.${ground === 'reopening' ? 'resident' : kind}`)}</dt>
            <dd>{words}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
