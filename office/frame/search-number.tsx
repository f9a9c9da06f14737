import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { call } from '#screen/api.ts'
import { Icon } from '../controls/icon.tsx'
import { isTyping } from '../controls/is-typing.ts'
import { useSay } from '../say.ts'

/** Finds a case by its number or the end of it. `/` goes there from anywhere. One find opens at once. */
export function SearchNumber({ county }: { county: number }) {
  const { t } = useSay()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [number, setNumber] = useState('')
  const [said, setSaid] = useState('')

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      input.current?.select()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])

  const search = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = number.trim()
    if (!wanted) return
    setSaid('')
    try {
      const { items, total } = await call('listCases', {
        params: { county },
        query: { list: 'cases', number: wanted, limit: 2 },
      })
      if (items.length === 0) return setSaid(t('office.search.none', { number: wanted }))
      input.current?.blur()
      setNumber('')
      if (total === 1) await navigate({ to: '/$county/cases/$id', params: { county, id: items[0]!.id } })
      else await navigate({ to: '/$county/$list', params: { county, list: 'cases' }, search: { number: wanted } })
    } catch {
      setSaid(t('office.search.failed'))
    }
  }

  return (
    <search>
      <form className="top-search" onSubmit={(event) => void search(event)}>
        <Icon name="search" />
        <input
          ref={input}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value)
            setSaid('')
          }}
          onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
          aria-label={t('office.search.label')}
          aria-describedby="search-said"
          placeholder={t('office.search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          className="figures"
        />
        <kbd aria-hidden="true">/</kbd>
        <span id="search-said" className="top-search-said" aria-live="polite">
          {said}
        </span>
      </form>
    </search>
  )
}
