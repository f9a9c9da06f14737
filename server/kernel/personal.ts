import { Refused } from './refusal.ts'
import type { Vault } from './vault.ts'

/**
 * A personal field, declared once: from this come masking, encryption, look-up, the record of openings and the
 * resident's own page. A column that holds personal data and is not declared fails a test.
 */
export interface PersonalField {
  /** e.g. 'person.phone'; a key of the words: personal.<name> */
  name: string
  table: string
  column: string
  /** Keys of the words: purposes, grounds, keeping. */
  purpose: 'identify' | 'contact' | 'handle_case' | 'verify_membership'
  ground: 'consent' | 'legal_duty' | 'public_task'
  keptFor: 'account' | 'case_3_years' | 'membership'
  /** The action that opens one value, for a stated purpose, on the record. 'never' is nobody but its owner. */
  openedBy: string
  mask: (value: string) => string
  /** How it lies in the table. Plain is for free text that is searched and redacted instead. */
  atRest: 'sealed' | 'plain'
}

export const personalField = (field: PersonalField): PersonalField => field

/** 13800138000 → 138****8000 */
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** 王小梅 → 王**; Mary Smith → M**** */
export const maskName = (name: string) => `${[...name][0] ?? ''}${'*'.repeat(Math.min(4, Math.max(1, [...name].length - 1)))}`

/** 幸福路 12 号 3 幢 501 → 幸福路 **** ; digits and what follows them go. */
export const maskAddress = (address: string) => {
  const firstDigit = address.search(/[0-9０-９一二三四五六七八九十百]+[号幢栋单元室弄楼]|[0-9０-９]/)
  const shown = firstDigit < 0 ? [...address].slice(0, 4).join('') : address.slice(0, firstDigit)
  return `${shown.trimEnd()}****`
}

export const maskAll = () => '****'

/** Refuses a masked value that is being written back over the real one. */
export function refuseMasked(...values: (string | undefined)[]): void {
  if (values.some((value) => value !== undefined && /[*＊]{2,}|^.[*＊]+$/.test(value))) throw new Refused('masked_value')
}

/** Opens a sealed value and masks it, or null where there is none. */
export function maskedOf(vault: Vault, field: PersonalField, bytes: Uint8Array | null): string | null {
  return bytes && field.mask(vault.open(field.name, bytes))
}
