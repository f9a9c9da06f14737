import { Link, useLocation } from 'wouter'
import { HomeIcon, MattersIcon, MeIcon } from './icons.tsx'
import { Seal } from './seal.tsx'
import { useWords } from './use-words.ts'

const tabs = [
  { to: '/', key: 'home', Icon: HomeIcon, holds: (path: string) => path === '/' || path.startsWith('/notices') },
  { to: '/matters', key: 'matters', Icon: MattersIcon, holds: (path: string) => path.startsWith('/matters') },
  { to: '/me', key: 'me', Icon: MeIcon, holds: (path: string) => path.startsWith('/me') || path.startsWith('/privacy') },
] as const

export function BottomBar() {
  const t = useWords()
  const [path] = useLocation()
  return (
    <nav className="bar" aria-label={t('frame.bar')}>
      <Link href="/" className="bar-brand">
        <Seal />
        {t('name')}
      </Link>
      <ul className="bar-tabs">
        {tabs.map(({ to, key, Icon, holds }) => (
          <li key={key}>
            <Link href={to} className="bar-tab" aria-current={holds(path) ? 'page' : undefined}>
              <Icon />
              {t(`frame.tabs.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
