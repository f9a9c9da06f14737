import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { BottomBar } from './bottom-bar.tsx'
import { Guard } from './guard.tsx'
import { NoNetworkIcon } from './icons.tsx'
import { useOnline } from './use-online.ts'
import { useWords } from './use-words.ts'
import './frame.css'

/** What stands around every screen: the way past the bar, the line that says there is no network, the bar. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useWords()
  const [path] = useLocation()
  const online = useOnline()
  // One task, one screen: while something is being said, nothing else calls.
  const hasBar = !path.startsWith('/report') && !path.startsWith('/sign-in') && !path.startsWith('/join')
  return (
    <div className={hasBar ? 'frame with-bar' : 'frame'}>
      <a className="skip" href="#main">{t('frame.skip')}</a>
      {hasBar && <BottomBar />}
      {!online && (
        <output className="no-network">
          <NoNetworkIcon size={20} />
          {t('frame.noNetwork')}
        </output>
      )}
      <main id="main" tabIndex={-1}>
        <Guard key={path}>
          <Suspense fallback={<div className="screen-coming" />}>{children}</Suspense>
        </Guard>
      </main>
    </div>
  )
}
