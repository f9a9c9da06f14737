import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { InBoth } from '#contract/wire.ts'
import { askMatter } from '../asking/matters.ts'
import { Answer } from '../controls/answer.tsx'
import { Bone } from '../controls/skeleton.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { Seal } from '../frame/seal.tsx'
import { useTime } from '../frame/use-time.ts'
import { useName, useWords } from '../frame/use-words.ts'
import type { Receipt as Received } from './draft.ts'
import './receipt.css'

/** It has arrived: its number, by when there is an answer, and what happens next. */
export function Receipt({ county, id }: { county: number; id: string }) {
  const known = useQueryClient().getQueryData<Received>(['receipt', county, id])
  // After a reload the matter itself still tells all that a receipt says.
  const matter = useQuery({ ...askMatter(county, id), enabled: !known })
  if (known) return <Paper county={county} id={id} number={known.number} receivedAt={known.receivedAt} dueAt={known.replyDueAt} desk={known.desk} />
  return (
    <Answer of={matter} skeleton={<Bone height="18rem" />}>
      {({ number, receivedAt, nextDue, desk }) => (
        <Paper county={county} id={id} number={number} receivedAt={receivedAt} desk={desk} dueAt={nextDue?.kind === 'reply' ? nextDue.at : null} />
      )}
    </Answer>
  )
}

interface PaperProps {
  county: number
  id: string
  number: string
  receivedAt: string
  dueAt: string | null
  desk: InBoth
}

function Paper({ county, id, number, receivedAt, dueAt, desk }: PaperProps) {
  const t = useWords()
  const name = useName()
  const { time, span } = useTime()
  return (
    <div className="receipt">
      <div className="receipt-top">
        <ScreenTop title={t('receipt.title')} />
        <Seal size="large" />
      </div>
      <div className="receipt-paper">
        <p className="faint">{t('receipt.number')}</p>
        <p className="receipt-number">{number}</p>
        <p className="faint">{t('receipt.at', { time: time(receivedAt), desk: name(desk) })}</p>
        {dueAt && (
          <p className="receipt-clock">
            {t('receipt.reply', { span: span(new Date(dueAt).getTime() - new Date(receivedAt).getTime()), time: time(dueAt) })}
          </p>
        )}
      </div>
      <section className="stack" aria-labelledby="receipt-next">
        <h2 id="receipt-next">{t('receipt.next')}</h2>
        <ol className="receipt-next">
          <li>{t('receipt.next1', { desk: name(desk) })}</li>
          <li>{t('receipt.next2')}</li>
          <li>{t('receipt.next3')}</li>
        </ol>
      </section>
      <div className="stack">
        <Link href={`/matters/${county}/${id}`} className="button fill large">{t('receipt.look')}</Link>
        <Link href="/" className="button line large">{t('frame.toHome')}</Link>
      </div>
    </div>
  )
}
