import { useContext, useState } from 'react'
import { chooseAppearance, isDark } from '#screen/appearance.ts'
import { Icon } from '../controls/icon.tsx'
import { ChooseLanguage } from '../language.ts'
import { useSay } from '../say.ts'

/** The other language, and light or dark. */
export function LookSwitches() {
  const { t, language } = useSay()
  const chooseLanguage = useContext(ChooseLanguage)
  const [dark, setDark] = useState(isDark)
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <button
        type="button"
        className="bar-button"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => void chooseLanguage(other)}
      >
        {other === 'zh' ? '中文' : 'English'}
      </button>
      <button
        type="button"
        className="bar-button"
        aria-label={t(dark ? 'office.look.light' : 'office.look.dark')}
        title={t(dark ? 'office.look.light' : 'office.look.dark')}
        onClick={() => {
          chooseAppearance(dark ? 'light' : 'dark')
          setDark(!dark)
        }}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </>
  )
}
