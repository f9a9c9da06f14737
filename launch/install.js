// Installs what package-lock.json asks for and node_modules doesn't hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../node24.js'
import { run } from './children.js'

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json says.
 * @returns {Promise<boolean>} false where npm failed (it has said why)
 */
export async function installWhatIsMissing() {
  if (isInstalled(root)) return true
  console.log('Installing packages …')
  // Under npm run, PATH may begin with the Node inside node_modules, which npm ci is about to replace.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const [command, ...first] = node && npm?.endsWith('npm-cli.js') ? [node, npm] : ['npm']
  // The tools that build and test are development dependencies, and Node 24 is an optional one.
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { code } = await run({ command, args, cwd: root })
  return code === 0
}

/**
 * Whether node_modules holds every package of package-lock.json, and no other, by npm's own list of what it put there.
 * npm writes that list last, and npm ci removes it first, so an interrupted installation counts as none.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = packages(join(folder, 'package-lock.json'))
  const present = packages(join(folder, 'node_modules', '.package-lock.json'))
  const names = new Set([...Object.keys(wanted), ...Object.keys(present)])
  names.delete('')
  return [...names].every((name) => {
    const [want, have] = [wanted[name], present[name]]
    // Optional packages of other platforms are wanted and never there.
    return have ? want?.version === have.version && want?.integrity === have.integrity : want?.optional
  })
}

/**
 * @param {string} lock path of a lock file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} nothing where there is no file
 */
function packages(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')).packages
  } catch {
    return {}
  }
}
