import { Button } from 'antd'
import { useState } from 'react'
import { timeWords } from '#screen/time.ts'
import { Icon } from '../controls/icon.tsx'
import { useReader } from '../reader.ts'
import { useSay } from '../say.ts'

/** A one-time link, shown this once, to hand over by a trusted way. */
export function OneTimeLink({ link }: { link: { url: string; expiresAt: string } }) {
  const { t } = useSay()
  const reader = useReader()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link.url)
    setIsCopied(true)
  }
  return (
    <div className="one-time-link" aria-live="polite">
      <p className="changed-title">{t('office.oneTime.title')}</p>
      <p>{t('office.oneTime.words')}</p>
      <p className="one-time-url figures">{link.url}</p>
      <p className="act-foot">
        <Button type="primary" onClick={() => void copy()}>
          <Icon name={isCopied ? 'check' : 'copy'} /> {t(isCopied ? 'office.copied' : 'office.oneTime.copy')}
        </Button>
      </p>
      <p className="field-hint">{t('office.oneTime.until', { at: timeWords(link.expiresAt, reader) })}</p>
    </div>
  )
}
