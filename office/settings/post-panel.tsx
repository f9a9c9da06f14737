import { useState } from 'react'
import type { Post } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { fullDateWords } from '#screen/time.ts'
import { useWhy } from '../controls/why.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { instantOf, wallTimeOf } from '../zone-time.ts'
import { CategoriesField } from './categories-field.tsx'
import { NameFields } from './name-fields.tsx'
import { LastDayField } from './last-day-field.tsx'
import { PanelForm } from './panel-form.tsx'
import { stationedDaysOf, stationingOf } from './stationed-days.ts'
import { StationingFields } from './stationing-fields.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'
import { WithReason } from './with-reason.tsx'

export function PostPanel({ post, mayChange }: { post: Post; mayChange: boolean }) {
  const { t, name } = useSay()
  const why = useWhy()
  const reader = useReader()
  const { close } = useSettingsSearch()
  const { county, id } = post
  const isOver = post.validTo !== null && new Date(post.validTo) <= reader.now
  const leaving = useChange(
    (person: string) => call('leavePost', { params: { county, id, person } }),
    ['listPosts', 'listStaff'],
  )
  const ending = useChange(
    (reason: string) => call('endPost', { params: { county, id }, body: { reason } }),
    ['listPosts', 'listStaff'],
  )
  return (
    <SidePanel title={name(post.title)} close={close}>
      <dl className="facts">
        <div className="fact">
          <dt>{t('office.posts.body')}</dt>
          <dd>{name(post.body.name)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.posts.role')}</dt>
          <dd>{t(`organisation.roles.${post.role}`)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.posts.region')}</dt>
          <dd>{name(post.region.name)}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.posts.valid')}</dt>
          <dd>
            {fullDateWords(post.validFrom, reader)}
            {post.validTo && ` – ${fullDateWords(post.validTo, reader)}`}
          </dd>
        </div>
        {post.stationedAt && (
          <div className="fact">
            <dt>{t('office.posts.stationedAt')}</dt>
            <dd>
              {name(post.stationedAt.name)}
              <span className="soft">
                {' '}
                {fullDateWords(post.stationedFrom!, reader)} –{' '}
                {post.stationedTo ? fullDateWords(post.stationedTo, reader) : t('office.grants.openEnd')}
              </span>
            </dd>
          </div>
        )}
        {post.isPublic && (
          <div className="fact">
            <dt>{t('office.posts.public')}</dt>
            <dd>{t('office.posts.isPublic')}</dd>
          </div>
        )}
      </dl>
      <section className="panel-part">
        <h3>{t('office.posts.holders')}</h3>
        {post.holders.length === 0 && <p className="waits">{t('office.posts.vacant')}</p>}
        <ul className="lines">
          {post.holders.map((holder) => (
            <li key={holder.person}>
              <span className="line-main">{holder.name}</span>
              {mayChange && (
                <button
                  type="button"
                  className="link"
                  disabled={leaving.isPending}
                  onClick={() => leaving.mutate(holder.person)}
                >
                  {t('office.posts.take')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {leaving.error ? (
          <p className="field-error" role="alert">
            {why(leaving.error)}
          </p>
        ) : null}
      </section>
      {mayChange && !isOver ? (
        <>
          <ChangePost key={JSON.stringify(post)} post={post} />
          <WithReason
            title={t('office.posts.end')}
            words={t('office.posts.endWords')}
            act={(reason) => ending.mutateAsync(reason)}
            done={close}
          />
        </>
      ) : null}
    </SidePanel>
  )
}

function ChangePost({ post }: { post: Post }) {
  const { t } = useSay()
  const { zone } = useReader()
  const { county, id } = post
  const [title, setTitle] = useState(post.title)
  const [categories, setCategories] = useState(post.categories ?? [])
  const before = stationedDaysOf(post, zone)
  const [stationed, setStationed] = useState(before)
  const [isPublic, setIsPublic] = useState(post.isPublic)
  const [lastDay, setLastDay] = useState(post.validTo ? wallTimeOf(post.validTo, zone).day : '')
  const changing = useChange(
    () =>
      call('changePost', {
        params: { county, id },
        body: {
          title,
          categories: categories.length > 0 ? categories : null,
          ...stationingOf(stationed, before, zone),
          isPublic,
          validTo: lastDay ? instantOf(lastDay, '23:59', zone) : undefined,
        },
      }),
    ['listPosts', 'listStationed', 'listDuties'],
  )
  return (
    <details className="panel-part">
      <summary>{t('office.posts.change')}</summary>
      <PanelForm
        submit={t('office.save')}
        canSend={title.zh.trim() !== ''}
        isSending={changing.isPending}
        error={changing.error}
        send={() => changing.mutate(undefined)}
      >
        <NameFields
          labels={{ zh: t('office.posts.titleZh'), en: t('office.posts.titleEn') }}
          value={title}
          onChange={setTitle}
        />
        <CategoriesField county={county} value={categories} onChange={setCategories} />
        <StationingFields county={county} value={stationed} onChange={setStationed} />
        <label className="check">
          <input type="checkbox" checked={isPublic} onChange={(event) => setIsPublic(event.target.checked)} />
          {t('office.posts.isPublic')}
        </label>
        <LastDayField value={lastDay} onChange={setLastDay} />
      </PanelForm>
    </details>
  )
}
