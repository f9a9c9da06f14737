import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Area } from '../controls/area.tsx'
import { CategorySelect } from '../controls/category-select.tsx'
import { Field } from '../controls/field.tsx'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { PanelForm } from './panel-form.tsx'
import { useChange } from './use-change.ts'

/** What a body may and must do by law, as the county keeps it. */
export function Remits({ county, body }: { county: number; body: string }) {
  const { t, name } = useSay()
  const why = useWhy()
  const { may } = useSession()
  const { data } = useQuery(reading('listRemits', { params: { county }, query: { body } }))
  const ending = useChange((id: string) => call('endRemit', { params: { county, id } }), ['listRemits'])
  const mayChange = may('routing.draft')
  if (!data || (data.items.length === 0 && !mayChange)) return null
  return (
    <section className="panel-part">
      <h3>{t('office.bodies.remits.title')}</h3>
      {data.items.length === 0 && <p className="soft">{t('office.bodies.remits.none')}</p>}
      <ul className="lines remits">
        {data.items.map((one) => (
          <li key={one.id}>
            <span className="line-main">
              {one.words}
              <span className="soft">
                {' '}
                {one.categoryName ? name(one.categoryName) : t('office.bodies.remits.all')} · {one.ground}
              </span>
            </span>
            {mayChange && (
              <button
                type="button"
                className="open-button"
                aria-label={t('office.bodies.remits.end', { words: one.words })}
                title={t('office.bodies.remits.end', { words: one.words })}
                disabled={ending.isPending}
                onClick={() => ending.mutate(one.id)}
              >
                <Icon name="close" size={12} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {ending.error ? (
        <p className="field-error" role="alert">
          {why(ending.error)}
        </p>
      ) : null}
      {mayChange && <NewRemit county={county} body={body} />}
    </section>
  )
}

function NewRemit({ county, body }: { county: number; body: string }) {
  const { t } = useSay()
  const [key, setKey] = useState(() => newId())
  const [category, setCategory] = useState<string>()
  const [words, setWords] = useState('')
  const [ground, setGround] = useState('')
  const adding = useChange(
    () => call('addRemit', { params: { county }, body: { body, category, words: words.trim(), ground: ground.trim() }, key }),
    ['listRemits'],
    () => {
      setKey(newId())
      setWords('')
    },
  )
  return (
    <details>
      <summary>{t('office.bodies.remits.add')}</summary>
      <PanelForm
        submit={t('office.bodies.remits.save')}
        canSend={words.trim() !== '' && ground.trim() !== ''}
        isSending={adding.isPending}
        error={adding.error}
        send={() => adding.mutate(undefined)}
      >
        <Field label={t('office.bodies.remits.words')}>
          {(id) => <Area id={id} rows={2} maxLength={500} required value={words} onChange={setWords} />}
        </Field>
        <Field label={t('office.bodies.remits.ground')}>
          {(id) => <Area id={id} rows={1} maxLength={500} required value={ground} onChange={setGround} />}
        </Field>
        <Field label={t('office.bodies.remits.category')} optional={t('office.optional')} hint={t('office.posts.categoriesHint')}>
          {(id) => (
            <CategorySelect id={id} county={county} label={t('office.bodies.remits.category')} allowClear value={category} onChange={setCategory} />
          )}
        </Field>
      </PanelForm>
    </details>
  )
}
