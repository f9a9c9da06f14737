import { Button } from '../controls/button.tsx'
import { InstallIcon } from '../frame/icons.tsx'
import { useWords } from '../frame/use-words.ts'
import { install, useInstallWay } from './install.ts'

/** How to have the app on the home screen; nothing where it is there. */
export function InstallPart() {
  const t = useWords()
  const way = useInstallWay()
  if (way === 'installed') return null
  return (
    <section className="me-part" aria-labelledby="me-install">
      <h2 id="me-install">{t('install.title')}</h2>
      <p className="faint">{t('install.why')}</p>
      {way === 'button' && <Button onClick={() => void install()}><InstallIcon size={22} />{t('install.do')}</Button>}
      {way === 'share menu' && <p>{t('install.byShare')}</p>}
      {way === 'menu' && <p>{t('install.byMenu')}</p>}
    </section>
  )
}
