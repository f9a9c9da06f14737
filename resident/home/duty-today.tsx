import { useQuery } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import type { Membership } from '#contract/oneself.ts'
import { call } from '#screen/api.ts'
import { useElderMode } from '../elder/elder-mode.ts'
import { PhoneIcon } from '../frame/icons.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import './duty-today.css'

type OnDuty = Operations['readDutyToday']['reply']['duties'][number]

/** Who is there for us today: by the name of their post, with the number to call. Nothing where it is not known. */
export function DutyToday({ membership }: { membership: Membership }) {
  const t = useWords()
  const name = useName()
  const { clock, now } = useTime()
  // Who reads large print has a button of their own for it.
  const isElder = useElderMode()
  const { county, village } = membership
  const { data } = useQuery({
    queryKey: ['duty', county, village.id],
    staleTime: 5 * 60_000,
    queryFn: () => call('readDutyToday', { params: { county, village: village.id } }),
  })
  if (!data || (data.duties.length === 0 && !data.first)) return null
  const { telephone, name: body } = data.body
  const called = (one: OnDuty) => (one.name ? t('duty.named', { title: name(one.title), name: one.name }) : name(one.title))
  const toCome = data.duties.filter((one) => new Date(one.to!) > now)
  return (
    <section className="home-part duty-today" aria-labelledby="duty-today">
      <h2 id="duty-today">{t('duty.today')}</h2>
      <ul>
        {toCome.map((one) => (
          <li key={`${one.from} ${one.title.zh}`}>
            {called(one)} <span className="duty-today-hours">{clock(one.from!)}–{clock(one.to!)}</span>
          </li>
        ))}
        {data.first && (
          <li>
            {called(data.first)}
            <span className="duty-today-note">{t('duty.first')}</span>
          </li>
        )}
      </ul>
      <p className="faint">{name(body)}</p>
      {telephone && !isElder && (
        <a href={`tel:${telephone.replaceAll(/[^\d]/g, '')}`} className="duty-today-call" aria-label={t('duty.call', { body: name(body), telephone })}>
          <PhoneIcon />
          <span className="figures">{telephone}</span>
        </a>
      )}
    </section>
  )
}
