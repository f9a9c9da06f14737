import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where pictures lie. Keys are made by the product from ids, never from what a person typed. */
export interface Store {
  put(key: string, bytes: Buffer): Promise<void>
  /** Undefined where there is nothing under the key. */
  get(key: string): Promise<Buffer | undefined>
  remove(key: string): Promise<void>
}

/** Files below a folder; each is written aside and renamed, so a half-written one is never read. */
export function folderStore(folder: string): Store {
  const at = (key: string) => join(folder, keyOf(key))
  return {
    async put(key, bytes) {
      const file = at(key)
      const aside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
      await mkdir(dirname(file), { recursive: true })
      await writeFile(aside, bytes, { flush: true })
      await rename(aside, file)
    },
    async get(key) {
      return await readFile(at(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
    async remove(key) {
      await rm(at(key), { force: true })
    },
  }
}

/** The key itself. @throws where it is not made of plain words: it could lead out of the store */
export function keyOf(key: string): string {
  if (!/^[\w-]+(\/[\w-]+(\.[\w-]+)*)*$/.test(key)) throw new Error('not a key of the store')
  return key
}
