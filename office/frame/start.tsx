import { Navigate } from '@tanstack/react-router'
import { Empty } from '../controls/empty.tsx'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { menuFor } from './menu-items.ts'

const kept = 'gongzhi-office-county'

/** Where nothing is said in the address: the first page that one may see, in the county seen last. */
export function Start() {
  const { t } = useSay()
  const { me, counties } = useSession()
  const last = Number(localStorage.getItem(kept))
  const county = counties.find(({ id }) => id === last) ?? counties[0]
  const first = menuFor(me)[0]
  if (!county || !first) return <Empty title={t('office.noPost.title')} words={t('office.noPost.words')} />
  return <Navigate to={first.to} params={{ county: county.id, ...first.params }} replace />
}

export const keepCounty = (county: number) => localStorage.setItem(kept, String(county))
