import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'onChange'> & {
  rows?: number
  onChange: (words: string) => void
}

/**
 * A field for several lines that grows with what is typed, by the browser's own means: antd's measures with inline
 * styles, which the content policy refuses.
 */
export function Area({ rows = 4, className, onChange, ...rest }: Props) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={['area', `area-${Math.min(rows, 7)}`, className].filter(Boolean).join(' ')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
