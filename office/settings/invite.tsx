import { Input } from 'antd'
import { useState } from 'react'
import { call, Refused } from '#screen/api.ts'
import { newId } from '#screen/new-id.ts'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { PanelForm } from './panel-form.tsx'
import { PostSelect } from './post-select.tsx'
import { SidePanel } from './side-panel.tsx'
import { useChange } from './use-change.ts'
import { useSettingsSearch } from './use-settings-search.ts'

/** A new colleague: a name, a login, a post; then the link with which they set up their account. */
export function Invite({ county }: { county: number }) {
  const { t } = useSay()
  const why = useWhy()
  const { close } = useSettingsSearch()
  const [key] = useState(() => newId())
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [phone, setPhone] = useState('')
  const [post, setPost] = useState<string>()
  const inviting = useChange(
    () =>
      call('inviteStaff', {
        params: { county },
        body: { name: name.trim(), login, phone: phone.trim() || undefined, post: post! },
        key,
      }),
    ['listStaff', 'listPosts'],
  )
  const isTaken = inviting.error instanceof Refused && inviting.error.problem.code === 'staff.login_taken'
  const isPhoneWrong = phone !== '' && !/^1[3-9]\d{9}$/.test(phone)
  const isLoginWrong = login !== '' && !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)
  return (
    <SidePanel title={t('office.people.invite')} close={close}>
      {inviting.data ? (
        <>
          <p>{t('office.people.invited', { name })}</p>
          <OneTimeLink link={inviting.data.link} />
        </>
      ) : (
        <PanelForm
          submit={t('office.people.inviteSubmit')}
          canSend={name.trim() !== '' && login !== '' && !isLoginWrong && !isPhoneWrong && post !== undefined}
          isSending={inviting.isPending}
          error={isTaken ? null : inviting.error}
          send={() => inviting.mutate(undefined)}
        >
          <Field label={t('office.people.name')}>
            {(id) => (
              <Input
                id={id}
                required
                maxLength={60}
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={t('office.people.login')}
            hint={t('office.people.loginHint')}
            error={isTaken ? why(inviting.error) : isLoginWrong ? t('office.people.loginWrong') : undefined}
          >
            {(id, describedBy) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                className="figures"
                required
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                value={login}
                onChange={(event) => setLogin(event.target.value.trim().toLowerCase())}
              />
            )}
          </Field>
          <Field
            label={t('office.people.phone')}
            optional={t('office.optional')}
            error={isPhoneWrong ? t('office.people.phoneWrong') : undefined}
          >
            {(id, describedBy) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                className="figures"
                inputMode="tel"
                maxLength={11}
                autoComplete="off"
                value={phone}
                onChange={(event) => setPhone(event.target.value.trim())}
              />
            )}
          </Field>
          <Field label={t('office.people.post')}>
            {(id) => (
              <PostSelect id={id} county={county} label={t('office.people.post')} value={post} onChange={setPost} />
            )}
          </Field>
        </PanelForm>
      )}
    </SidePanel>
  )
}
