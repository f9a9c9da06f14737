import { Select } from 'antd'
import { useCategoryOptions } from '../controls/category-select.tsx'
import { Field } from '../controls/field.tsx'
import { useSay } from '../say.ts'

/** For which categories a post or grant holds; none named means all. */
export function CategoriesField({
  county,
  value,
  onChange,
}: {
  county: number
  value: string[]
  onChange: (categories: string[]) => void
}) {
  const { t } = useSay()
  const options = useCategoryOptions(county)
  return (
    <Field label={t('office.posts.categories')} optional={t('office.optional')} hint={t('office.posts.categoriesHint')}>
      {(id, describedBy) => (
        <Select
          id={id}
          aria-label={t('office.posts.categories')}
          aria-describedby={describedBy}
          className="wide"
          mode="multiple"
          value={value}
          onChange={onChange}
          options={options}
          showSearch={{ optionFilterProp: 'search' }}
        />
      )}
    </Field>
  )
}
