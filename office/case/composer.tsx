import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState, type FormEvent } from 'react'
import type { Case } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Area } from '../controls/area.tsx'
import { Icon } from '../controls/icon.tsx'
import { PhotoField } from '../controls/photo-field.tsx'
import { useReason, useWhy } from '../controls/why.ts'
import { useDraft } from '../draft.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'
import { useSay } from '../say.ts'

interface Draft {
  words: string
  photos: string[]
  audience: 'staff' | 'resident' | 'group'
  /** The note's id from the first letter on: sending twice makes one note. */
  key: string
}
const empty: Draft = { words: '', photos: [], audience: 'staff', key: '' }

/** A note to colleagues, or a word to the resident. On one's own task it is the beginning of the work. */
export function Composer({ subject }: { subject: Case }) {
  const { t } = useSay()
  const why = useWhy()
  const reason = useReason()
  const memory = useQueryClient()
  const { county, id, may, tasks } = subject
  const [draft, change, clear] = useDraft(`${id}-note`, empty)
  const [isOpen, setIsOpen] = useState(draft.words !== '' || draft.photos.length > 0)
  const task = tasks.find(({ mine, state }) => mine && (state === 'taken' || state === 'assigned'))
  const sending = useMutation({
    mutationFn: () => {
      markOwn(id)
      const { words, photos, audience, key } = draft
      return call('noteCase', {
        params: { county, id },
        body:
          audience === 'group'
            ? { words: words.trim(), photos, audience: 'staff', group: true }
            : { words: words.trim(), photos, audience, task: task?.id },
        key,
      })
    },
    onSuccess: async ({ version }) => {
      markOwnVersion(id, version)
      clear()
      setIsOpen(false)
      void memory.invalidateQueries({ queryKey: ['listCases'] })
      await memory.invalidateQueries({ queryKey: ['readCase', { county, id }] })
    },
  })
  if (may.note) return <p className="composer-closed soft">{reason(may.note)}</p>
  const type = (words: string) => change((before) => ({ words, key: before.key || newId() }))
  const isToResident = draft.audience === 'resident'
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (draft.words.trim() && !sending.isPending) sending.mutate()
  }
  return (
    // Ctrl and Enter is an extra way to the button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={isOpen ? 'composer composer-open' : 'composer'}
      aria-label={t('office.note.title')}
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}
    >
      {isOpen && (
        <Segmented
          aria-label={t('office.note.audience')}
          value={draft.audience}
          onChange={(audience: Draft['audience']) => change({ audience })}
          options={[
            { value: 'staff', label: t('office.note.internal'), icon: <Icon name="lock" size={13} /> },
            ...(may.group === null ? [{ value: 'group', label: t('office.note.toGroup') }] as const : []),
            { value: 'resident', label: t('office.note.toResident') },
          ]}
        />
      )}
      <Area
        className={isToResident ? undefined : 'internal-words'}
        aria-label={t(isToResident ? 'office.note.toResident' : 'office.note.internal')}
        placeholder={t(isToResident ? 'office.note.placeholderResident' : 'office.note.placeholder')}
        rows={isOpen ? 3 : 1}
        maxLength={10_000}
        value={draft.words}
        onFocus={() => setIsOpen(true)}
        onChange={type}
      />
      {isOpen && (
        <>
          <PhotoField
            county={county}
            value={draft.photos}
            onChange={(next) => change((before) => ({ photos: next(before.photos), key: before.key || newId() }))}
          />
          {task && !task.startedAt ? <p className="field-hint">{t('office.note.starts')}</p> : null}
          {sending.error && (
            <p className="field-error" role="alert">
              {why(sending.error)}
            </p>
          )}
          <footer className="act-foot">
            <Button type="primary" htmlType="submit" loading={sending.isPending} disabled={!draft.words.trim()}>
              {t(isToResident ? 'office.note.tell' : 'office.note.keep')}
            </Button>
            <Button onClick={() => setIsOpen(false)}>{t('office.fold')}</Button>
            <kbd className="wide-only">Ctrl ↵</kbd>
          </footer>
        </>
      )}
    </form>
  )
}
