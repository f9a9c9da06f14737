import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { call } from '#screen/api.ts'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'

/** Asks the administrator for a new password and second factor. Says the same whether the account exists or not. */
export function AskReset({ login: begun, back }: { login: string; back: () => void }) {
  const { t } = useSay()
  const why = useWhy()
  const [login, setLogin] = useState(begun)
  const asking = useMutation({ mutationFn: () => call('askReset', { body: { login } }) })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    asking.mutate()
  }
  if (asking.isSuccess) {
    return (
      <div className="sign-in-form" aria-live="polite">
        <p>{t('office.signIn.resetAsked')}</p>
        <Button size="large" onClick={back}>
          {t('office.signIn.backToForm')}
        </Button>
      </div>
    )
  }
  return (
    <form className="sign-in-form" onSubmit={ask}>
      <p>{t('office.signIn.resetWords')}</p>
      <Field label={t('office.signIn.login')} error={asking.error ? why(asking.error) : undefined}>
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            size="large"
            required
            autoComplete="username"
            value={login}
            onChange={(event) => setLogin(event.target.value.trim().toLowerCase())}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={asking.isPending}>
        {t('office.signIn.askReset')}
      </Button>
      <button type="button" className="link" onClick={back}>
        {t('office.signIn.backToForm')}
      </button>
    </form>
  )
}
