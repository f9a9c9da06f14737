import { useState } from 'react'
import type { StaffRow } from '#contract/organisation.ts'
import { call } from '#screen/api.ts'
import { MaskedValue } from '../case/masked-value.tsx'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { instantOf } from '../zone-time.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { LastDayField } from './last-day-field.tsx'
import { PanelForm } from './panel-form.tsx'
import { PostSelect } from './post-select.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'
import { WithReason } from './with-reason.tsx'

interface Props {
  county: number
  row: StaffRow
  mayChange: boolean
}

export function PersonPanel({ county, row, mayChange }: Props) {
  const { t, name } = useSay()
  const why = useWhy()
  const { me, may } = useSession()
  const { close } = useSettingsSearch()
  const { person } = row
  const reads = ['listStaff', 'listPosts'] as const
  const leaving = useChange((id: string) => call('leavePost', { params: { county, id, person } }), [...reads])
  const resetting = useChange(
    (reason: string) => call('resetStaff', { params: { county, id: person }, body: { reason } }),
    ['listStaff'],
  )
  const dismissing = useChange(
    (reason: string) => call('dismissStaff', { params: { county, id: person }, body: { reason } }),
    [...reads],
  )
  return (
    <SidePanel title={row.name} close={close}>
      <dl className="facts">
        <div className="fact">
          <dt>{t('office.people.login')}</dt>
          <dd className="figures">{row.login}</dd>
        </div>
        <div className="fact">
          <dt>{t('office.people.state')}</dt>
          <dd>{t(`organisation.staffStates.${row.state}`)}</dd>
        </div>
        {row.phone && may('person.open') ? (
          <MaskedValue
            label={t('office.people.phone')}
            masked={{ value: row.phone, field: 'person.phone', row: person }}
            county={county}
          />
        ) : null}
      </dl>
      <section className="panel-part">
        <h3>{t('office.people.posts')}</h3>
        {row.posts.length === 0 && <p className="waits">{t('office.people.noPost')}</p>}
        <ul className="lines">
          {row.posts.map((post) => (
            <li key={post.id}>
              <span className="line-main">{name(post.title)}</span>
              <span className="soft">{name(post.body.name)}</span>
              {mayChange && (
                <button
                  type="button"
                  className="link"
                  disabled={leaving.isPending}
                  onClick={() => leaving.mutate(post.id)}
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
      {mayChange && row.state !== 'left' ? (
        <>
          <GivePost county={county} row={row} />
          {resetting.data ? <OneTimeLink link={resetting.data.link} /> : null}
          {person === me.person ? null : (
            <>
              <WithReason
                title={t('office.people.reset')}
                words={t('office.people.resetWords')}
                act={(reason) => resetting.mutateAsync(reason)}
                done={() => {}}
              />
              <WithReason
                title={t('office.people.leave')}
                words={t('office.people.leaveWords')}
                act={(reason) => dismissing.mutateAsync(reason)}
                done={close}
              />
            </>
          )}
        </>
      ) : null}
    </SidePanel>
  )
}

function GivePost({ county, row }: Omit<Props, 'mayChange'>) {
  const { t } = useSay()
  const { zone } = useReader()
  const [post, setPost] = useState<string>()
  const [lastDay, setLastDay] = useState('')
  const giving = useChange(
    () =>
      call('holdPost', {
        params: { county, id: post! },
        body: { person: row.person, until: lastDay ? instantOf(lastDay, '23:59', zone) : undefined },
      }),
    ['listStaff', 'listPosts'],
    () => {
      setPost(undefined)
      setLastDay('')
    },
  )
  return (
    <details className="panel-part">
      <summary>{t('office.people.give')}</summary>
      <PanelForm
        submit={t('office.people.giveSubmit')}
        canSend={post !== undefined}
        isSending={giving.isPending}
        error={giving.error}
        send={() => giving.mutate(undefined)}
      >
        <Field label={t('office.people.post')}>
          {(id) => (
            <PostSelect
              id={id}
              county={county}
              label={t('office.people.post')}
              without={row.posts.map((one) => one.id)}
              value={post}
              onChange={setPost}
            />
          )}
        </Field>
        <LastDayField value={lastDay} onChange={setLastDay} />
      </PanelForm>
    </details>
  )
}
