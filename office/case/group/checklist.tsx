import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import type { Case } from '#contract/cases.ts'
import type { CaseGroup } from '#contract/groups.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { When } from '../../controls/when.tsx'
import { useWhy } from '../../controls/why.ts'
import { markOwn, markOwnVersion } from '../../own-acts.ts'
import { useSay } from '../../say.ts'

interface Props {
  subject: Case
  group: CaseGroup
}

/** What is to be done, by whom, and who has done it. Ticks of two at once both count. */
export function Checklist({ subject, group }: Props) {
  const { t, name } = useSay()
  const why = useWhy()
  const { county, id, may } = subject
  const mayTick = may.group === null
  const ticking = useMayAct(subject, ({ item, done }: { item: string; done: boolean }) =>
    call('tickGroupItem', { params: { county, id, item }, body: { done } }))
  const left = group.items.filter((item) => !item.ticked).length
  if (group.items.length === 0 && !mayTick) return null
  return (
    <div className="group-part">
      <h3>
        {t('office.group.checklist')}
        {group.items.length > 0 && <span className="soft"> {left > 0 ? t('office.group.left', { count: left }) : t('office.group.allDone')}</span>}
      </h3>
      <ul className="checklist">
        {group.items.map((item) => (
          <li key={item.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={item.ticked !== null}
                disabled={!mayTick || ticking.isPending}
                onChange={(event) => ticking.mutate({ item: item.id, done: event.target.checked })}
              />
              <span className={item.ticked ? 'item-done' : undefined}>{item.words}</span>
            </label>
            <p className="item-line soft">
              {item.ticked ? (
                <>
                  {t('office.group.doneBy', { name: item.ticked.name, body: name(item.ticked.body) })} <When at={item.ticked.at} />
                </>
              ) : (
                item.body && t('office.group.for', { body: name(item.body.name) })
              )}
            </p>
          </li>
        ))}
      </ul>
      {ticking.error && (
        <p className="field-error" role="alert">
          {why(ticking.error)}
        </p>
      )}
      {mayTick && <NewItem subject={subject} group={group} />}
    </div>
  )
}

function NewItem({ subject, group }: Props) {
  const { t, name } = useSay()
  const why = useWhy()
  const { county, id } = subject
  const [key, setKey] = useState(() => newId())
  const [words, setWords] = useState('')
  const [body, setBody] = useState<string>()
  const adding = useMayAct(
    subject,
    () => call('addGroupItem', { params: { county, id }, body: { words: words.trim(), ...(body && { body }) }, key }),
    () => {
      setKey(newId())
      setWords('')
    },
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() && !adding.isPending) adding.mutate(undefined)
  }
  return (
    <form className="new-item" aria-label={t('office.group.add')} onSubmit={send}>
      <input
        className="line-input"
        aria-label={t('office.group.newItem')}
        placeholder={t('office.group.newItem')}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Select
        aria-label={t('office.group.whose')}
        value={body ?? ''}
        onChange={(chosen) => setBody(chosen || undefined)}
        options={[
          { value: '', label: t('office.group.anybody') },
          ...group.members.map((one) => ({ value: one.body.id, label: name(one.body.name) })),
        ]}
        popupMatchSelectWidth={false}
      />
      <Button htmlType="submit" disabled={!words.trim() || adding.isPending}>
        {t('office.group.add')}
      </Button>
      {adding.error && (
        <p className="field-error" role="alert">
          {why(adding.error)}
        </p>
      )}
    </form>
  )
}

/** An act that adds to whatever stands, so it needs no version; the case is read anew after it. */
function useMayAct<Asked>({ county, id }: Case, act: (asked: Asked) => Promise<{ version: number }>, done?: () => void) {
  const memory = useQueryClient()
  const readAnew = () => memory.invalidateQueries({ queryKey: ['readCase', { county, id }] })
  return useMutation({
    mutationFn: (asked: Asked) => {
      markOwn(id)
      return act(asked)
    },
    // Not waited for: another reading of the case may take the place of this one, and the next line can be written meanwhile.
    onSuccess: ({ version }) => {
      markOwnVersion(id, version)
      done?.()
      void readAnew()
    },
    // Somebody else was first: what they did is shown.
    onError: () => void readAnew(),
  })
}
