import { Link } from '@tanstack/react-router'
import type { Case } from '#contract/cases.ts'
import { useSay } from '../say.ts'

/** The component or event that a case is about; its code opens what else was reported of it. */
export function CaseCode({ county, code: { text, thing, className, name: typeName } }: { county: number; code: NonNullable<Case['code']> }) {
  const { t, name } = useSay()
  return (
    <p className="case-where soft">
      {t('codes.report.says', { thing: t(`codes.thing.${thing}`), className: name(className), name: name(typeName) })}
      <span aria-hidden="true"> · </span>
      {t('codes.report.code')}{' '}
      <Link to="/$county/$list" params={{ county, list: 'cases' }} search={{ code: text }} className="figures">
        {text}
      </Link>
    </p>
  )
}
