import { Icon } from '../controls/icon.tsx'
import { Unfold } from '../controls/unfold.tsx'
import { useSay } from '../say.ts'
import { columns as all, type Columns } from './columns.ts'

export function ColumnChoice({ columns }: { columns: Columns }) {
  const { t } = useSay()
  return (
    <Unfold
      name={t('office.columns.label')}
      className="quiet-button wide-only"
      label={
        <>
          <Icon name="columns" /> {t('office.columns.label')}
        </>
      }
    >
      {() => (
        <fieldset className="column-choice">
          <legend className="sr-only">{t('office.columns.label')}</legend>
          {all.map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                checked={columns.chosen.includes(column)}
                onChange={() => columns.toggle(column)}
              />
              {t(`office.columns.${column}`)}
            </label>
          ))}
          <button type="button" className="link" onClick={columns.reset}>
            {t('office.columns.reset')}
          </button>
        </fieldset>
      )}
    </Unfold>
  )
}
