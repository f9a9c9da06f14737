import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MyRecord as Record } from '#contract/oneself.ts'
import { call } from '#screen/api.ts'
import { Answer } from '../controls/answer.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import { RowsSkeleton } from '../matters/rows-skeleton.tsx'
import '../matters/rows.css'
import './me.css'

/** What is held on me, why and for how long, and who opened it. */
export function MyRecord() {
  const t = useWords()
  const record = useQuery({ queryKey: ['record'], queryFn: () => call('readMyRecord') })
  return (
    <>
      <ScreenTop title={t('record.title')} back="/me" />
      <Answer of={record} skeleton={<RowsSkeleton count={5} />}>
        {(known) => (
          <div className="me">
            <Openings openings={known.openings} />
            <Held held={known.held} />
            <Consents consents={known.consents} />
          </div>
        )}
      </Answer>
    </>
  )
}

function Held({ held }: Pick<Record, 'held'>) {
  const t = useWords()
  const { field, words } = usePersonalWords()
  return (
    <section className="me-part" aria-labelledby="held">
      <h2 id="held">{t('record.held')}</h2>
      {held.length === 0 && <p className="faint">{t('record.heldNothing')}</p>}
      <ul className="rows">
        {held.map((one) => (
          <li key={one.field} className="row">
            <div className="row-words">
              <strong>{field(one.field)}</strong>
              {!isId(one.value) && <span className="held-value">{one.value}</span>}
              <span className="faint">{t('record.why', { purpose: words('purposes', one.purpose) })}</span>
              <span className="faint">{t('record.ground', { ground: words('grounds', one.ground) })}</span>
              <span className="faint">{t('record.keptFor', { keptFor: words('keptFor', one.keptFor), count: one.count })}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A picture is held under an id, which says nothing to anybody. */
const isId = (value: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

function Openings({ openings }: Pick<Record, 'openings'>) {
  const t = useWords()
  const name = useName()
  const { field, words } = usePersonalWords()
  const { time } = useTime()
  return (
    <section className="me-part" aria-labelledby="openings">
      <h2 id="openings">{t('record.openings')}</h2>
      {openings.length === 0 && <p className="faint">{t('record.openedByNobody')}</p>}
      <ul className="rows">
        {openings.map((one, at) => (
          <li key={`${one.at}-${at}`} className="row">
            <div className="row-words">
              <span>{t('record.opened', { body: name(one.body), field: field(one.field) })}</span>
              <span className="faint">{t('record.why', { purpose: words('openingPurposes', one.purpose) })}</span>
              <span className="row-meta">
                <span>{time(one.at)}</span>
                {one.caseNumber && <span>{one.caseNumber}</span>}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Consents({ consents }: Pick<Record, 'consents'>) {
  const t = useWords()
  const { time } = useTime()
  return (
    <section className="me-part" aria-labelledby="consents">
      <h2 id="consents">{t('record.consents')}</h2>
      <ul>
        {consents.map(({ version, at }) => (
          <li key={`${version}-${at}`} className="me-line"><span>{t('privacy.version', { version })}</span><span className="faint">{time(at)}</span></li>
        ))}
      </ul>
    </section>
  )
}

/** The words for a field, or for why, on what ground and how long it is held; what has none is shown as it is. */
function usePersonalWords() {
  const { t } = useTranslation()
  return {
    field: (field: string) => t(`personal.${field}`, { defaultValue: field }),
    words: (of: 'purposes' | 'grounds' | 'keptFor' | 'openingPurposes', key: string) => t(`personal.${of}.${key}`, { defaultValue: key }),
  }
}
