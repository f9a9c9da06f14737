import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Locks a data folder for this process: two on one embedded database would corrupt it silently. A lock whose process
 * is gone is taken over.
 * @returns release
 * @throws Error with the reason, for the operator
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  for (let tries = 1; ; tries++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, `${process.pid}`)
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(file)
      if (holder !== undefined || tries > 3) {
        throw new Error(`The data folder ${folder} is in use by another Gongzhi (process ${holder ?? 'unknown'}). Stop that one first, or set DATA_DIR to another folder.`, { cause: error })
      }
      rmSync(file, { force: true })
    }
  }
}

/** The living process that holds the folder's lock, if any. */
export function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : undefined
  }
}
