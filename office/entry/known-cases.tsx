import { useQuery } from '@tanstack/react-query'
import { addressOf, call } from '#screen/api.ts'
import { StateMark } from '../controls/state-mark.tsx'
import { When } from '../controls/when.tsx'
import { useSay } from '../say.ts'
import { useSettled } from './use-settled.ts'

const wordsLeast = 6
/** Other desks write down the same trouble in the same minutes, and what came in a moment ago is still being compared. */
const askAgainMs = 10_000

interface Props {
  county: number
  words: string
  category: string | undefined
  village: number | undefined
}

/** Cases within reach that may be the same trouble, while it is being written down. */
export function KnownCases({ county, words, category, village }: Props) {
  const { t } = useSay()
  const asked = useSettled(words.trim())
  const isAsked = asked.length >= wordsLeast
  const { data } = useQuery({
    queryKey: ['findSimilarCases', county, asked, category, village],
    queryFn: ({ signal }) => call('findSimilarCases', { params: { county }, body: { words: asked, category, village }, signal }),
    enabled: isAsked,
    staleTime: 60_000,
    refetchInterval: askAgainMs,
    gcTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const found = isAsked ? data?.items : undefined
  return (
    <section className="entry-part" aria-labelledby="known-heading">
      <h2 id="known-heading">{t('office.entry.similar.heading')}</h2>
      {!isAsked && <p className="soft">{t('office.entry.similar.none')}</p>}
      {found?.length === 0 && <p className="soft">{t('office.entry.similar.nothing')}</p>}
      {found && found.length > 0 ? (
        <>
          <ul className="similar">
            {found.map((one) => (
              <li key={one.id}>
                <div className="similar-said">
                  <a className="similar-words" href={`/office/${county}/cases/${one.id}`} target="_blank" rel="noopener">
                    {one.words}
                  </a>
                  <p className="similar-line soft">
                    <span className="figures">{one.number}</span>
                    <StateMark state={one.state} />
                    <When at={one.receivedAt} />
                  </p>
                </div>
                {one.photo && <img alt="" loading="lazy" src={addressOf('readCasePhoto', { county, id: one.id, photo: one.photo.id }, { size: 'thumb' })} />}
              </li>
            ))}
          </ul>
          <p className="field-hint">{t('office.entry.similar.hint')}</p>
        </>
      ) : null}
    </section>
  )
}
