import { timeWords } from '#screen/time.ts'
import { useReader } from '../../reader.ts'
import { useSay } from '../../say.ts'

interface Props {
  version: { version: number; state: string; by: string | null; publishedAt: string; effectiveFrom: string; note: string }
}

/** A version's number, whether it holds, who published it and why. */
export function VersionHead({ version: { version, state, by, publishedAt, effectiveFrom, note } }: Props) {
  const { t } = useSay()
  const reader = useReader()
  return (
    <header className="version-head">
      <h2>
        {t('policies.history.version', { version })}
        <span className={state === 'in_force' ? 'version-state version-now' : 'version-state'}>
          {t(`policies.history.states.${state}`)}
        </span>
      </h2>
      <p className="soft">
        {t('policies.history.from', { at: timeWords(effectiveFrom, reader) })} ·{' '}
        {by ? t('policies.history.by', { name: by }) : t('policies.history.byInstallation')} ·{' '}
        {timeWords(publishedAt, reader)}
      </p>
      <p>{note}</p>
    </header>
  )
}
