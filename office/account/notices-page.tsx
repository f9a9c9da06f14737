import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { NoticeList } from './notice-list.tsx'

/** Everything that one was told. */
export function NoticesPage() {
  const { t } = useSay()
  usePageTitle(t('office.notices.title'))
  return (
    <section className="narrow">
      <h1>{t('office.notices.title')}</h1>
      <NoticeList />
    </section>
  )
}
