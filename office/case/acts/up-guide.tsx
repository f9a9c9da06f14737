import { useQuery } from '@tanstack/react-query'
import { reading } from '../../reading.ts'
import { useSay } from '../../say.ts'

/** What must be done and said before a matter of this kind is sent up. */
export function UpGuide({ county, id }: { county: number; id: string }) {
  const { t } = useSay()
  const { data } = useQuery(reading('readRoute', { params: { county, id } }))
  if (!data?.guide) return null
  return (
    <p className="quiet-line">
      <strong>{t('policies.routing.route.guide')}</strong> {data.guide}
    </p>
  )
}
