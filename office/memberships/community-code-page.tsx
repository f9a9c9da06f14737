import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Empty } from '../controls/empty.tsx'
import { Failing } from '../controls/failing.tsx'
import { Icon } from '../controls/icon.tsx'
import { Loading } from '../controls/loading.tsx'
import { usePageTitle } from '../controls/page-title.ts'
import { pictureOfSvg } from '../controls/picture-of-svg.ts'
import { RegionSelect } from '../controls/region-select.tsx'
import { Seal } from '../controls/seal.tsx'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useCounty } from '../session.ts'

const route = getRouteApi('/frame/$county/memberships/code')

/** A community's code on a sheet of paper, to post up in the entrance. */
export function CommunityCodePage() {
  const { t, name } = useSay()
  const county = useCounty()
  const { village } = route.useSearch()
  const navigate = useNavigate({ from: '/$county/memberships/code' })
  usePageTitle(t('office.code.open'))
  const region = useQuery({
    ...reading('readRegion', { params: { region: village ?? 0 } }),
    enabled: village !== undefined,
  })
  const code = useQuery({
    ...reading('readCommunityCode', { params: { county, village: village ?? 0 } }),
    enabled: village !== undefined && region.data?.region.level === 5,
  })
  const error = region.error ?? code.error
  return (
    <section className="narrow">
      <header className="list-head no-print">
        <Link to="/$county/memberships" params={{ county }} className="quiet-button">
          <Icon name="back" /> {t('office.menu.memberships')}
        </Link>
        <h1>{t('office.code.open')}</h1>
        <span className="list-tools">
          <RegionSelect
            className="filter"
            county={county}
            lowest={5}
            label={t('office.memberships.village')}
            placeholder={t('office.memberships.village')}
            value={village}
            onChange={(chosen) => void navigate({ search: { village: chosen } })}
          />
          <Button type="primary" disabled={!code.data} onClick={() => window.print()}>
            <Icon name="print" /> {t('office.print')}
          </Button>
        </span>
      </header>
      {village === undefined || (region.data && region.data.region.level !== 5) ? (
        <Empty title={t('office.code.choose')} />
      ) : null}
      {error ? <Failing error={error} /> : null}
      {village !== undefined && !code.data && !error && region.data?.region.level !== 4 ? <Loading /> : null}
      {code.data && region.data ? (
        <div className="poster">
          <p className="poster-brand">
            <Seal size={44} /> {t('office.brand')}
          </p>
          <h2>{name(region.data.region.name)}</h2>
          <p className="poster-call">{t('office.code.call')}</p>
          <img
            src={pictureOfSvg(code.data.qr)}
            alt={t('office.code.alt', { village: name(region.data.region.name) })}
            width={320}
            height={320}
          />
          <p>{t('office.code.how')}</p>
          <p className="figures soft">{code.data.url}</p>
        </div>
      ) : null}
    </section>
  )
}
