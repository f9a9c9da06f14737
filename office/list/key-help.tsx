import { Icon } from '../controls/icon.tsx'
import { useSay } from '../say.ts'

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['d', 'dispatch'],
  ['/', 'search'],
  ['?', 'help'],
] as const
const bulkKeys = [
  ['x', 'select'],
  ['a', 'accept'],
  ['t', 'take'],
  ['Esc', 'cancel'],
] as const

/** What the keyboard does on a list. */
export function KeyHelp({ close, canBulk }: { close: () => void; canBulk: boolean }) {
  const { t } = useSay()
  return (
    <section className="key-help" aria-label={t('office.keys.label')}>
      <dl>
        {[...keys, ...(canBulk ? bulkKeys : [])].map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`office.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="bar-button" aria-label={t('office.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </section>
  )
}
