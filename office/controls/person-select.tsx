import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  id?: string
  county: number
  /** Whose people. */
  body: string
  label: string
  value: string | undefined
  onChange: (person: string) => void
}

/** One of the people who hold a post in a body, with what they are there. */
export function PersonSelect({ id, county, body, label, value, onChange }: Props) {
  const { t, name, list } = useSay()
  const { data, isPending } = useQuery(reading('listStaff', { params: { county }, query: { body, limit: 100 } }))
  const options = (data?.items ?? []).map((row) => {
    const posts = row.posts.filter((post) => post.body.id === body).map((post) => name(post.title))
    return {
      value: row.person,
      label: posts.length > 0 ? `${row.name}（${list(posts)}）` : row.name,
      search: `${row.name} ${row.login}`,
    }
  })
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      value={value}
      onChange={(chosen: string) => onChange(chosen)}
      options={options}
      loading={isPending}
      placeholder={t('office.choose.person')}
      showSearch={{ optionFilterProp: 'search' }}
    />
  )
}
