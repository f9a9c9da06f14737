import { Button } from 'antd'
import { useState } from 'react'
import { Icon } from '../../controls/icon.tsx'
import { useSay } from '../../say.ts'

export interface Shown {
  label: string
  value: string
}

/** Keys and secrets, shown this once. */
export function SecretsShown({ secrets, done }: { secrets: Shown[]; done: () => void }) {
  const { t } = useSay()
  const [copied, setCopied] = useState<string>()
  const copy = async ({ label, value }: Shown) => {
    await navigator.clipboard.writeText(value)
    setCopied(label)
  }
  return (
    <div className="one-time-link" aria-live="polite">
      <p className="changed-title">{t('exchange.secret.title')}</p>
      <p>{t('exchange.secret.words')}</p>
      {secrets.map((one) => (
        <div key={one.label}>
          <p className="field-label">{one.label}</p>
          <p className="one-time-url figures">{one.value}</p>
          <Button onClick={() => void copy(one)}>
            <Icon name={copied === one.label ? 'check' : 'copy'} />{' '}
            {copied === one.label ? t('office.copied') : t('exchange.secret.copy', { what: one.label })}
          </Button>
        </div>
      ))}
      <p className="act-foot">
        <Button type="primary" onClick={done}>
          {t('exchange.secret.done')}
        </Button>
      </p>
    </div>
  )
}
