import type { Membership } from '#contract/oneself.ts'
import { PhoneIcon } from '../frame/icons.tsx'
import { useName, useWords } from '../frame/use-words.ts'

/** One tap calls the community; nothing where its number is not known. */
export function CallCommunity({ membership }: { membership: Membership | null }) {
  const t = useWords()
  const name = useName()
  if (!membership?.telephone) return null
  return (
    <a href={`tel:${membership.telephone.replaceAll(/[^\d]/g, '')}`} className="elder-way call-community">
      <PhoneIcon />
      <span className="elder-way-words">
        <span>{t('elder.call', { community: name(membership.village.name) })}</span>
        <span className="call-number">{membership.telephone}</span>
      </span>
    </a>
  )
}
