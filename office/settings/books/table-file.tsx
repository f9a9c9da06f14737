import { FileField } from '../../imports/file-field.tsx'
import { useSay } from '../../say.ts'

const badShownMax = 30
const fileBytesMax = 700 * 1024

/** A table is sent whole, within one message. */
export const isTooLarge = (file: File | undefined): boolean => file !== undefined && file.size > fileBytesMax

interface FieldProps {
  label: string
  hint: string
  accept: string
  file: File | undefined
  /** What to say of a file that is too large. */
  tooLarge: string
  disabled: boolean
  choose: (file: File) => void
}

/** Chooses a table to be read. */
export function TableField({ tooLarge, ...field }: FieldProps) {
  return <FileField {...field} error={isTooLarge(field.file) ? tooLarge : undefined} />
}

interface BadRowsProps<Code extends string> {
  title: string
  bad: readonly { line: number; faults: readonly { code: Code; text: string | null }[] }[]
  inWords: (code: Code, text: string) => string
}

/** The rows of a table that can't be read, each with every reason; beyond the first thirty, how many more. */
export function BadRows<Code extends string>({ title, bad, inWords }: BadRowsProps<Code>) {
  const { t, list } = useSay()
  return (
    <div role="alert">
      <p className="field-error">{title}</p>
      <ul className="changes">
        {bad.slice(0, badShownMax).map(({ line, faults }) => (
          <li key={line}>
            {t('office.tables.line', { line })} {list(faults.map(({ code, text }) => inWords(code, text ?? '')))}
          </li>
        ))}
        {bad.length > badShownMax && <li>{t('office.tables.more', { count: bad.length - badShownMax })}</li>}
      </ul>
    </div>
  )
}
