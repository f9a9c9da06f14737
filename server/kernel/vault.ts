import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption at rest, blind indexes and keyed hashes, all from one secret. */
export interface Vault {
  /** Encrypts with AES-256-GCM; the field's name is bound in, so a value can't be moved to another field. */
  seal(field: string, text: string): Buffer
  /** @throws when the bytes were not sealed for this field with this secret */
  open(field: string, bytes: Uint8Array): string
  /** The same text gives the same 16 bytes, for look-up by equality. It tells that two are equal, and nothing else. */
  index(field: string, text: string): Buffer
  /** A keyed hash of something short-lived: codes, limits. */
  hash(purpose: string, text: string): Buffer
}

const scheme = 1

/** @param secret at least 32 bytes; losing it loses every sealed value */
export function vaultOf(secret: Buffer): Vault {
  // Keys as key objects: plain bytes would be made into one at every use, which takes four times as long as the sealing.
  const key = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `gongzhi ${purpose}`, 32)))
  const sealing = key('sealing')
  const indexing = key('indexing')
  const hashing = key('hashing')
  return {
    seal(field, text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(field))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([scheme]), iv, cipher.getAuthTag(), sealed])
    },
    open(field, bytes) {
      const sealed = Buffer.from(bytes)
      if (sealed[0] !== scheme) throw new Error('unknown sealing scheme')
      const opener = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13)).setAAD(Buffer.from(field))
      opener.setAuthTag(sealed.subarray(13, 29))
      return opener.update(sealed.subarray(29), undefined, 'utf8') + opener.final('utf8')
    },
    index: (field, text) => createHmac('sha256', indexing).update(`${field}\n${text}`).digest().subarray(0, 16),
    hash: (purpose, text) => createHmac('sha256', hashing).update(`${purpose}\n${text}`).digest(),
  }
}

/** An unkeyed hash, for tokens that are long and random already, and for telling one body from another. */
export const digestOf = (text: string | Uint8Array): Buffer => hash('sha256', text, 'buffer')

/** A random token of 32 characters that is safe in an address. */
export const newToken = (): string => randomBytes(24).toString('base64url')
