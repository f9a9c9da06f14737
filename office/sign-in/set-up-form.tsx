import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { Operations } from '#contract/index.ts'
import { call, Refused } from '#screen/api.ts'
import { Field } from '../controls/field.tsx'
import { Icon } from '../controls/icon.tsx'
import { pictureOfSvg } from '../controls/picture-of-svg.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { passwordWants, wants } from './password-wants.ts'

interface Props {
  link: Operations['readLink']['reply']
  token: string
  done: (recoveryCodes: string[]) => void
}

/** Two steps on one page: the second factor into an app, then a password of one's own and a code to prove the first. */
export function SetUpForm({ link, token, done }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [code, setCode] = useState('')
  const missing = passwordWants(password, link.login)
  const using = useMutation({
    mutationFn: () => call('useLink', { body: { token, password, code } }),
    onSuccess: ({ recoveryCodes }) => done(recoveryCodes),
  })
  const refusal = using.error instanceof Refused ? using.error.problem.code : undefined
  const errorAt = (which: string) => (refusal === which ? why(using.error) : undefined)
  const differs = again !== '' && again !== password
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length === 0 && again === password) using.mutate()
  }

  return (
    <form className="sign-in-form" onSubmit={send}>
      <p>
        {t('office.link.login')} <strong className="figures">{link.login}</strong>
      </p>
      <h2>{t('office.link.factorHeading')}</h2>
      <p className="soft">{t('office.link.factorWords')}</p>
      <div className="factor">
        <img className="qr" src={pictureOfSvg(link.qr)} alt={t('office.link.qr')} width={168} height={168} />
        <div>
          <p className="soft">{t('office.link.secretWords')}</p>
          <p className="secret figures">{link.secret.replace(/(.{4})/g, '$1 ').trim()}</p>
          <button type="button" className="link" onClick={() => void navigator.clipboard.writeText(link.secret)}>
            <Icon name="copy" /> {t('office.copy')}
          </button>
        </div>
      </div>
      <h2>{t('office.link.passwordHeading')}</h2>
      {/* Password managers need to know for whom the password is. */}
      <input type="text" autoComplete="username" value={link.login} readOnly hidden />
      <Field label={t('office.link.password')} error={errorAt('password.too_weak')}>
        {(id, describedBy) => (
          <Input.Password
            id={id}
            aria-describedby={describedBy}
            size="large"
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <ul className="wants">
        {wants.map((want) => (
          <li key={want} className={password && !missing.includes(want) ? 'want-met' : undefined}>
            <Icon name="check" size={13} /> {t(`office.link.wants.${want}`)}
          </li>
        ))}
      </ul>
      <Field label={t('office.link.passwordAgain')} error={differs ? t('office.link.differs') : undefined}>
        {(id, describedBy) => (
          <Input.Password
            id={id}
            aria-describedby={describedBy}
            size="large"
            autoComplete="new-password"
            required
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('office.link.code')}
        hint={t('office.link.codeHint')}
        error={errorAt('sign_in.second_factor_wrong')}
      >
        {(id, describedBy) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            size="large"
            className="figures"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {using.error && !['password.too_weak', 'sign_in.second_factor_wrong'].includes(refusal ?? '') ? (
        <p className="field-error" role="alert">
          {why(using.error)}
        </p>
      ) : null}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={using.isPending}
        disabled={missing.length > 0 || differs || !again || code.length !== 6}
      >
        {t('office.link.confirm')}
      </Button>
    </form>
  )
}
