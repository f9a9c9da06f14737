import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'

/** Controls that narrow a list: lines, not boxes, since they are not what one came for. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider variant="underlined">
      <div className="filters-row">{children}</div>
    </ConfigProvider>
  )
}
