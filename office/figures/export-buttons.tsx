import { useState } from 'react'
import type { FileFormat } from '#contract/figures.ts'
import { download } from '#screen/api.ts'
import { Icon } from '../controls/icon.tsx'
import { keep } from '../controls/keep-file.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'
import type { BehindSearch, FigureSearch } from '../search.ts'

/** The page, or the cases behind one of its numbers, as a file. */
export function ExportButtons({ county, search, behind }: { county: number; search: FigureSearch; behind?: BehindSearch & { figure: NonNullable<BehindSearch['figure']> } }) {
  const { t } = useSay()
  const why = useWhy()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async (format: FileFormat) => {
    setIsBusy(true)
    setError(undefined)
    try {
      const file = behind
        ? await download('exportCasesBehind', { params: { county }, query: { ...behind, format } })
        : await download('exportFigures', { params: { county }, query: { ...search, format } })
      keep(file)
    } catch (failed) {
      setError(failed)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <span className="list-tools no-print">
      <output className="field-error">
        {isBusy ? <span className="soft">{t('figures.page.exporting')}</span> : error ? why(error) : null}
      </output>
      <button type="button" className="quiet-button" disabled={isBusy} onClick={() => void save('xlsx')}>
        {t('figures.page.exportXlsx')}
      </button>
      <button type="button" className="quiet-button" disabled={isBusy} onClick={() => void save('csv')}>
        {t('figures.page.exportCsv')}
      </button>
      <button type="button" className="quiet-button" onClick={() => window.print()}>
        <Icon name="print" /> {t('office.print')}
      </button>
    </span>
  )
}
