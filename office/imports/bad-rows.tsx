import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RowFault } from '#contract/imports.ts'
import type { Operations } from '#contract/index.ts'
import { download } from '#screen/api.ts'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'

/** Why rows are left out, the first of them line by line, and all of them as a file. */
export function BadRows({ county, id, one }: { county: number; id: string; one: Operations['readImport']['reply'] }) {
  const { t, list } = useSay()
  const why = useWhy()
  const loading = useMutation({ mutationFn: async () => keep(await download('downloadBadRows', { params: { county, id } })) })
  const said = ({ code, column }: RowFault) => (column ? `${column}: ${t(`imports.faults.${code}`)}` : t(`imports.faults.${code}`))
  return (
    <section aria-labelledby="bad-rows-heading">
      <h2 id="bad-rows-heading">{t('imports.page.reasons')}</h2>
      <ul className="import-reasons">
        {one.reasons.map((reason) => (
          <li key={`${reason.code} ${reason.column}`}>
            {said(reason)} <span className="soft figures">{t('imports.page.reasonRows', { count: reason.rows })}</span>
          </li>
        ))}
      </ul>
      <div className="list-head">
        <h2>{t('imports.page.badRows')}</h2>
        <span className="list-tools">
          {loading.error ? <span className="field-error">{why(loading.error)}</span> : null}
          <Button onClick={() => loading.mutate()} loading={loading.isPending}>
            {t('imports.page.download')}
          </Button>
        </span>
      </div>
      {one.badRows.length < one.bad ? <p className="soft">{t('imports.page.firstBadRows', { count: one.badRows.length })}</p> : null}
      <div className="import-scroll">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col" className="import-number">
                {t('imports.badRows.line')}
              </th>
              <th scope="col">{t('imports.badRows.sourceId')}</th>
              <th scope="col">{t('imports.badRows.reasons')}</th>
            </tr>
          </thead>
          <tbody>
            {one.badRows.map((row) => (
              <tr key={row.line}>
                <th scope="row" className="import-number figures">
                  {row.line}
                </th>
                <td className="figures">{row.sourceId ?? '–'}</td>
                <td>{list(row.faults.map(said))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Hands a file to the browser, which asks where to or keeps it with the others. */
function keep({ blob, name }: { blob: Blob; name: string }) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
