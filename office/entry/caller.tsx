import { useQuery } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import { call } from '#screen/api.ts'
import { StateMark } from '../controls/state-mark.tsx'
import { When } from '../controls/when.tsx'
import { useSay } from '../say.ts'
import { isPhone } from './entry-draft.ts'

/** So often in 90 days that it is to be seen at a glance. */
const oftenAt = 3
/** The script must stay in sight. */
const shownAtOnce = 3

/** Who calls: asked as soon as the number is whole. The number stays out of every address. */
export const useCaller = (county: number, phone: string) =>
  useQuery({
    queryKey: ['lookUpCaller', county, phone],
    queryFn: ({ signal }) => call('lookUpCaller', { params: { county }, body: { phone }, signal }),
    enabled: isPhone(phone),
    staleTime: 15_000,
    gcTime: 60_000,
    retry: false,
  })

/** What this number said before, as far as it lies within reach. */
export function Caller({ county, phone }: { county: number; phone: string }) {
  const { t } = useSay()
  const { data, isFetching, isError } = useCaller(county, phone)
  return (
    <section className="entry-part" aria-labelledby="caller-heading" aria-live="polite">
      <h2 id="caller-heading">
        {t('office.entry.caller.heading')}
        {data?.isKnown && data.name ? <span className="caller-name">{data.name}</span> : null}
        {data && data.count > 0 ? <span className={data.count < oftenAt ? 'case-mark' : 'case-mark case-mark-late'}>{t('office.entry.caller.repeated', { count: data.count })}</span> : null}
      </h2>
      {!isPhone(phone) && <p className="soft">{t('office.entry.caller.none')}</p>}
      {isFetching && !data ? <p className="soft">{t('office.entry.caller.searching')}</p> : null}
      {isError && <p className="soft">{t('office.entry.caller.failed')}</p>}
      {data && !data.isKnown ? <p>{t('office.entry.caller.unknown')}</p> : null}
      {data?.isKnown && data.matters.length === 0 && data.count > 0 ? <p className="soft">{t('office.entry.caller.hidden')}</p> : null}
      {data && data.matters.length > 0 ? <Matters county={county} matters={data.matters.slice(0, shownAtOnce)} /> : null}
      {data && data.matters.length > shownAtOnce ? (
        <details className="caller-more">
          <summary>{t('office.entry.caller.more', { count: data.matters.length - shownAtOnce })}</summary>
          <Matters county={county} matters={data.matters.slice(shownAtOnce)} />
        </details>
      ) : null}
    </section>
  )
}

/** Opened beside the form, which stays as it is. */
function Matters({ county, matters }: { county: number; matters: Operations['lookUpCaller']['reply']['matters'] }) {
  const { name } = useSay()
  return (
    <ul className="similar">
      {matters.map((one) => (
        <li key={one.id}>
          <div className="similar-said">
            <a className="similar-words" href={`/office/${county}/cases/${one.id}`} target="_blank" rel="noopener">
              {one.title}
            </a>
            <p className="similar-line soft">
              <span className="figures">{one.number}</span>
              <StateMark state={one.state} />
              {one.category && <span>{name(one.category)}</span>}
              <When at={one.receivedAt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
