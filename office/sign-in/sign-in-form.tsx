import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { call, Refused } from '#screen/api.ts'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'

export interface Credentials {
  login: string
  password: string
  secondFactor: string
}

interface Props {
  credentials: Credentials
  change: (credentials: Credentials) => void
  signedIn: (recoveryCodesLeft: number) => Promise<void>
}

export function SignInForm({ credentials, change, signedIn }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const [isRecovering, setIsRecovering] = useState(false)
  const sending = useMutation({
    mutationFn: () => call('signInStaff', { body: { ...credentials, secondFactor: credentials.secondFactor.trim() } }),
    onSuccess: ({ recoveryCodesLeft }) => signedIn(recoveryCodesLeft),
  })
  const isFactorWrong = sending.error instanceof Refused && sending.error.problem.code === 'sign_in.second_factor_wrong'
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!sending.isPending) sending.mutate()
  }

  return (
    <form className="sign-in-form" onSubmit={send}>
      <Field label={t('office.signIn.login')}>
        {(id) => (
          <Input
            id={id}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={credentials.login}
            onChange={(event) => change({ ...credentials, login: event.target.value.trim().toLowerCase() })}
          />
        )}
      </Field>
      <Field label={t('office.signIn.password')}>
        {(id) => (
          <Input.Password
            id={id}
            size="large"
            autoComplete="current-password"
            required
            value={credentials.password}
            onChange={(event) => change({ ...credentials, password: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t(isRecovering ? 'office.signIn.recoveryCode' : 'office.signIn.secondFactor')}
        hint={t(isRecovering ? 'office.signIn.recoveryHint' : 'office.signIn.secondFactorHint')}
        error={isFactorWrong ? why(sending.error) : undefined}
      >
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            size="large"
            className="figures"
            autoComplete="one-time-code"
            inputMode={isRecovering ? 'text' : 'numeric'}
            maxLength={isRecovering ? 20 : 6}
            required
            value={credentials.secondFactor}
            onChange={(event) => change({ ...credentials, secondFactor: event.target.value })}
          />
        )}
      </Field>
      {sending.error && !isFactorWrong ? (
        <p className="field-error" role="alert">
          {why(sending.error)}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={sending.isPending}>
        {t('office.signIn.enter')}
      </Button>
      <button
        type="button"
        className="link"
        onClick={() => {
          setIsRecovering(!isRecovering)
          change({ ...credentials, secondFactor: '' })
        }}
      >
        {t(isRecovering ? 'office.signIn.useApp' : 'office.signIn.useRecovery')}
      </button>
    </form>
  )
}
