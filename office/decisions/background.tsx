import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SimilarList } from '../case/advice/similar-cases.tsx'
import { Story } from '../case/story.tsx'
import { Failing } from '../controls/failing.tsx'
import { Loading } from '../controls/loading.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

const stepsShown = 6

interface Props {
  county: number
  id: string
}

/** What was done so far, and what may be the same trouble: folded away, and asked for when somebody wants to see it. */
export function Background(props: Props) {
  const { t } = useSay()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="decision-background" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('office.requests.look')}</summary>
      {isOpen && <HistoryAndAlike {...props} />}
    </details>
  )
}

function HistoryAndAlike({ county, id }: Props) {
  const { t } = useSay()
  const params = { county, id }
  const whole = useQuery(reading('readCase', { params }))
  const alike = useQuery({ ...reading('listSimilarCases', { params }), staleTime: 60_000, retry: false })
  if (whole.isError) return <Failing error={whole.error} retry={() => void whole.refetch()} />
  if (!whole.data) return <Loading lines={4} />
  const { steps } = whole.data
  return (
    <>
      {steps.length > stepsShown && <p className="soft">{t('office.requests.lastSteps', { count: stepsShown })}</p>}
      <Story subject={whole.data} steps={steps.slice(-stepsShown)} />
      {alike.data && (
        <>
          <h3>{alike.data.items.length > 0 ? t('office.advice.similar', { count: alike.data.items.length }) : t('office.requests.nothingAlike')}</h3>
          <SimilarList items={alike.data.items} />
        </>
      )}
    </>
  )
}
