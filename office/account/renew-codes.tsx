import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { call } from '#screen/api.ts'
import { Field } from '../controls/field.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'

/** New recovery codes in exchange for a code of the second factor; the old ones end. */
export function RenewCodes() {
  const { t } = useSay()
  const why = useWhy()
  const [code, setCode] = useState('')
  const renewing = useMutation({
    mutationFn: () => call('renewRecoveryCodes', { body: { secondFactor: code.trim() } }),
    onSuccess: () => setCode(''),
  })
  const renew = (event: FormEvent) => {
    event.preventDefault()
    renewing.mutate()
  }
  return (
    <section className="part" aria-labelledby="codes-heading">
      <h2 id="codes-heading">{t('office.codes.heading')}</h2>
      {renewing.data ? (
        <RecoveryCodes
          codes={renewing.data.recoveryCodes}
          done={() => renewing.reset()}
          doneWords={t('office.codes.done')}
        />
      ) : (
        <form className="inline-form" onSubmit={renew}>
          <p className="soft">{t('office.codes.renewWords')}</p>
          <Field label={t('office.signIn.secondFactor')} error={renewing.error ? why(renewing.error) : undefined}>
            {(id, describedBy) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                className="figures"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                required
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" loading={renewing.isPending} disabled={code.trim().length < 6}>
            {t('office.codes.renew')}
          </Button>
        </form>
      )}
    </section>
  )
}
