import { Button } from 'antd'
import type { ReactNode } from 'react'
import { FilterRow } from '../../controls/filter-row.tsx'
import { Icon } from '../../controls/icon.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'

/** What narrows a list, and the way to one more. */
export function ListHead({ add, children }: { add: string | false; children?: ReactNode }) {
  const { open } = useSettingsSearch()
  if (!add && !children) return null
  return (
    <FilterRow>
      {children}
      {add ? (
        <Button className="push" onClick={() => open('new')}>
          <Icon name="plus" /> {add}
        </Button>
      ) : null}
    </FilterRow>
  )
}
