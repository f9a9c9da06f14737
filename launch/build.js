// Builds the browser apps whose sources changed since they were last built.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { root, withNode24 } from '../node24.js'
import { run } from './children.js'

const apps = ['resident', 'office']
const sharedByApps = ['screen', 'contract', 'words', 'package.json', 'package-lock.json', 'tsconfig.json']

/**
 * Brings dist/<app> up to date with the sources of each app.
 * @returns {Promise<boolean>} false where a build failed (Vite has said why)
 */
export async function buildWhatIsStale() {
  const built = await Promise.all(apps.filter((app) => existsSync(join(root, app, 'vite.config.ts'))).map(build))
  return built.every(Boolean)
}

/** @param {string} app */
async function build(app) {
  const stamp = join(root, 'dist', app, '.built')
  // Taken before the build, so that a file saved meanwhile is built the next time.
  const now = fingerprint([app, ...sharedByApps].map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true
  console.log(`Building the ${app} app …`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', app, '--config', join(app, 'vite.config.ts'), '--outDir', join(root, 'dist', app)]
  const { code } = await run({ ...withNode24([...args, '--emptyOutDir', '--logLevel', 'warn']), cwd: root })
  if (code === 0) compress(join(root, 'dist', app, 'assets'))
  // Vite emptied the folder, stamp included, so a build that was cut short is stale.
  if (code === 0) writeFileSync(stamp, now)
  return code === 0
}

/**
 * A brotli twin beside every asset that is worth it: compressed once, sent a million times.
 * @param {string} folder
 */
function compress(folder) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((one) => /\.(m?js|css|svg)$/.test(one))) {
    const bytes = readFileSync(join(folder, name))
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
    if (bytes.length > 1024) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, quality))
  }
}

/**
 * Changes when a file under these paths is added, removed or written. Reads names, sizes and times only: it stands
 * between the user and every start.
 * @param {string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) list(path, (file, { size, mtimeMs }) => hash.update(`${file}\0${size}\0${mtimeMs}\n`))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @param {(file: string, stat: import('node:fs').Stats) => void} tell
 */
function list(path, tell) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory()) for (const name of readdirSync(path).toSorted()) list(join(path, name), tell)
  else if (stat) tell(path, stat)
}
