import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Icon } from '../controls/icon.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'
import { BlankForm } from './blank-form.tsx'
import { OpenCases } from './open-cases.tsx'

const route = getRouteApi('/frame/$county/entry/paper')
const sheets = ['form', 'list'] as const

/** For the hours without power or network: a form to write on, and what is open, on paper. */
export function PaperPage() {
  const { t } = useSay()
  const county = useCounty()
  const { sheet = 'form' } = route.useSearch()
  usePageTitle(t('office.entry.paper.title'))
  return (
    <section className="paper-page">
      <header className="list-head no-print">
        <Link to="/$county/entry" params={{ county }} className="quiet-button">
          <Icon name="back" /> {t('office.entry.title')}
        </Link>
        <h1>{t('office.entry.paper.title')}</h1>
        <nav className="views" aria-label={t('office.entry.paper.which')}>
          {sheets.map((one) => (
            <Link
              key={one}
              to="/$county/entry/paper"
              params={{ county }}
              search={one === 'form' ? {} : { sheet: one }}
              className={one === sheet ? 'view view-current' : 'view'}
              aria-current={one === sheet ? 'page' : undefined}
            >
              {t(`office.entry.paper.${one}`)}
            </Link>
          ))}
        </nav>
        <span className="list-tools">
          <Button type="primary" onClick={() => window.print()}>
            <Icon name="print" /> {t('office.print')}
          </Button>
        </span>
      </header>
      <p className="paper-lead no-print">{t('office.entry.paper.copies')}</p>
      {sheet === 'form' ? <BlankForm county={county} /> : <OpenCases county={county} />}
    </section>
  )
}
