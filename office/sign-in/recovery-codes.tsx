import { Button } from 'antd'
import { useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useSay } from '../say.ts'

/** Recovery codes, shown once: to print or to copy. */
export function RecoveryCodes({ codes, done, doneWords }: { codes: string[]; done: () => void; doneWords: string }) {
  const { t } = useSay()
  const [isCopied, setIsCopied] = useState(false)
  const [isKept, setIsKept] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setIsCopied(true)
  }
  return (
    <div className="recovery">
      <p>{t('office.codes.words')}</p>
      <ol className="recovery-codes figures print-only-this">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="recovery-acts no-print">
        <Button onClick={() => window.print()}>
          <Icon name="print" /> {t('office.print')}
        </Button>
        <Button onClick={() => void copy()}>
          <Icon name={isCopied ? 'check' : 'copy'} /> {t(isCopied ? 'office.copied' : 'office.copy')}
        </Button>
      </p>
      <label className="check no-print">
        <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />{' '}
        {t('office.codes.kept')}
      </label>
      <Button className="no-print" type="primary" size="large" block disabled={!isKept} onClick={done}>
        {doneWords}
      </Button>
    </div>
  )
}
