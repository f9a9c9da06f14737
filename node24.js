// Finds a Node that runs the TypeScript as it is (24 or newer), and runs scripts with it: node node24.js script args…
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endAs, run } from './launch/children.js'

/** The folder of this project. */
export const root = dirname(fileURLToPath(import.meta.url))

/**
 * Path of a Node of version 24 or newer: the running one, else the one that npm installed as an optional dependency.
 * @throws an Error that says what to do where neither is there
 */
export function node24() {
  if (Number.parseInt(process.versions.node) >= 24) return process.execPath
  const installed = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(installed)) return installed
  throw new Error(
    `Gongzhi needs Node 24 or newer; this is Node ${process.versions.node}. ` +
      (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)
        ? 'Run "npm ci --include=optional", which brings one along, or install Node 24 from https://nodejs.org'
        : 'Install it from https://nodejs.org and try again'),
  )
}

/**
 * How to run a script with Node 24, first on PATH too, so that tools which look up `node` get the same one.
 * @param {string[]} args the script and its arguments
 * @param {NodeJS.ProcessEnv} env added to our own environment
 */
export function withNode24(args, env = {}) {
  const command = node24()
  return { command, args, env: { ...process.env, ...env, PATH: dirname(command) + delimiter + process.env.PATH } }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2)
  if (args.length === 0) endWith('Usage: node node24.js script [args…]')
  try {
    endAs(await run({ ...withNode24(args), stdin: true }))
  } catch (error) {
    endWith(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} message */
function endWith(message) {
  console.error(message)
  process.exit(1)
}
