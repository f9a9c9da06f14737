import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { LargePrintIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { chooseElderMode, useElderMode } from './elder-mode.ts'

/** Turns elder mode on and off: one plain button where somebody comes for the first time, a choice among the settings. */
export function ElderSwitch({ look }: { look: 'button' | 'segments' }) {
  const t = useWords()
  const isOn = useElderMode()
  if (look === 'button') {
    return <Button size="large" onClick={() => chooseElderMode(!isOn)}><LargePrintIcon />{t(isOn ? 'elder.leave' : 'elder.enter')}</Button>
  }
  return (
    <Choice legend={t('elder.title')} look="segments" value={isOn ? 'elder' : 'usual'} onChoose={(chosen) => chooseElderMode(chosen === 'elder')}
      options={(['usual', 'elder'] as const).map((value) => ({ value, label: t(`elder.modes.${value}`) }))} />
  )
}
