import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'
import { isTyping } from '../controls/is-typing.ts'
import { useSay } from '../say.ts'
import type { Channel } from './entry-draft.ts'
import type { Entered as Reply } from './use-entry.ts'

interface Props {
  county: number
  entered: Reply
  channel: Channel
  count: number
  goOn: () => void
}

/** It is written down: the number, large enough to be read out, and the next call by one key. */
export function Entered({ county, entered, channel, count, goOn }: Props) {
  const { t, name } = useSay()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      goOn()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [goOn])
  const { lead, state } = entered
  return (
    <section className="entered" aria-labelledby="entered-heading">
      <h2 id="entered-heading">
        <Icon name="check" size={20} /> {t('office.entry.done.heading')}
      </h2>
      <p className="entered-number" id="entered-number">
        <span className="soft">{t('office.entry.done.number')}</span>
        <strong className="figures">{entered.number}</strong>
      </p>
      <p>
        {entered.joined && t('codes.report.joined', { number: entered.number })}
        {!entered.joined && lead === null && t('office.entry.done.at', { desk: name(entered.desk) })}
        {!entered.joined && lead !== null && t(state === 'dispatched' ? 'office.entry.done.dispatched' : 'office.entry.done.waits', { lead: name(lead) })}
      </p>
      <p className="act-foot">
        <Button ref={next} aria-describedby="entered-number" type="primary" size="large" onClick={goOn}>
          {t(channel === 'hotline' ? 'office.entry.done.next' : 'office.entry.done.nextOther')}
        </Button>
        <kbd className="wide-only">N</kbd>
        <Link to="/$county/cases/$id" params={{ county, id: entered.id }} className="quiet-button">
          {t('office.entry.done.look')}
        </Link>
      </p>
      <p className="soft">{t('office.entry.done.today', { count })}</p>
    </section>
  )
}
