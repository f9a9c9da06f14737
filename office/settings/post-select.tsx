import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'

interface Props {
  id?: string
  county: number
  /** Posts of one body only. */
  body?: string
  label: string
  value: string | undefined
  onChange: (post: string) => void
  without?: string[]
}

/** One of the posts that stand, with its body and who holds it. */
export function PostSelect({ id, county, body, label, value, onChange, without = [] }: Props) {
  const { t, name, list } = useSay()
  const { data, isPending } = useQuery(reading('listPosts', { params: { county }, query: { body } }))
  const left = without.join()
  const options = useMemo(
    () =>
      data?.items
        .filter((post) => !left.includes(post.id))
        .map((post) => {
          const held =
            post.holders.length > 0 ? list(post.holders.map((holder) => holder.name)) : t('office.posts.vacant')
          return {
            value: post.id,
            label: `${name(post.body.name)} ${name(post.title)}（${held}）`,
            search: `${name(post.body.name)} ${name(post.title)} ${held}`,
          }
        }),
    [data, left, name, list, t],
  )
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      value={value}
      onChange={onChange}
      options={options}
      loading={isPending}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={380}
    />
  )
}
