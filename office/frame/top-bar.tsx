import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { CountySwitch } from './county-switch.tsx'
import { LookSwitches } from './look-switches.tsx'
import { SearchNumber } from './search-number.tsx'

/** County, search by number, notices, language, light, account. */
export function TopBar({ county }: { county: number | undefined }) {
  const { t } = useSay()
  const { may } = useSession()
  return (
    <header className="top" aria-label={t('office.top')}>
      <CountySwitch county={county} />
      {county !== undefined && may('case.read') ? <SearchNumber county={county} /> : null}
      <span className="top-rest">
        {county !== undefined && <Bell county={county} />}
        <LookSwitches />
        <AccountMenu county={county} />
      </span>
    </header>
  )
}
