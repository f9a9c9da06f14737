import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'

interface Props {
  id?: string
  county: number
  /** Whose people. */
  body: string
  label: string
  value: string | undefined
  onChange: (person: string) => void
}

/** One of the people who hold a post in a body, with what they are there and how much they have to do. */
export function PersonSelect({ id, county, body, label, value, onChange }: Props) {
  const { t, name, list } = useSay()
  const { may } = useSession()
  const loads = useQuery({ ...reading('readPeoplesLoad', { params: { county, id: body } }), retry: false, enabled: may('task.assign') }).data?.items
  const { data, isPending } = useQuery(reading('listStaff', { params: { county }, query: { body, limit: 100 } }))
  const options = (data?.items ?? []).map((row) => {
    const posts = row.posts.filter((post) => post.body.id === body).map((post) => name(post.title))
    const { open, late } = loads?.find((one) => one.person === row.person) ?? { open: 0, late: 0 }
    const load = loads && t(late > 0 ? 'office.load.personLate' : 'office.load.person', { count: open, late })
    return {
      value: row.person,
      label: [posts.length > 0 ? t('office.load.of', { name: row.name, posts: list(posts) }) : row.name, load].filter(Boolean).join(' · '),
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
