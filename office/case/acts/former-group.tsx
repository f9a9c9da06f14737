import { Button } from 'antd'
import type { Case } from '#contract/cases.ts'
import { useSay } from '../../say.ts'

/** A case that was opened again: the group that had it, with the same members, in one touch. */
export function FormerGroup({ subject: { group }, take }: { subject: Case; take: (bodies: string[]) => void }) {
  const { t, name, list } = useSay()
  if (!group?.dissolvedAt || group.members.length < 2) return null
  return (
    <div className="former-group">
      <p>{t('office.group.former', { bodies: list(group.members.map((one) => name(one.body.name))) })}</p>
      <Button onClick={() => take(group.members.map((one) => one.body.id))}>{t('office.group.again')}</Button>
    </div>
  )
}
