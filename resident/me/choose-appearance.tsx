import { useState } from 'react'
import { chooseAppearance, chosenAppearance, type Appearance } from '#screen/appearance.ts'
import { Choice } from '../controls/choice.tsx'
import { useWords } from '../frame/use-words.ts'

export function ChooseAppearance() {
  const t = useWords()
  const [chosen, setChosen] = useState(chosenAppearance)
  const choose = (appearance: Appearance) => {
    chooseAppearance(appearance)
    setChosen(appearance)
  }
  return (
    <Choice legend={t('me.appearance')} look="segments" value={chosen} onChoose={choose}
      options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`me.appearances.${value}`) }))} />
  )
}
