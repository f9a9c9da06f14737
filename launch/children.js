// Child processes that stop when we are stopped: by a signal, or because npm above us died.
// npm passes signals to its shell alone, which passes none on: so our scripts in package.json begin with `exec`, which
// puts them in the shell's place. A signal that npm doesn't pass on, or dies of, changes our parent's process id.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} End how a child ended, as Node tells it */
/** @typedef {{ command: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string, stdin?: boolean }} Start */

/** A child that hasn't ended this long after it was told to is killed. */
const graceSeconds = 15
const lookEveryMs = 250

/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set()
/** @type {End | undefined} */
let verdict
let watching = false
let stopping = false

/**
 * Runs a program in our own terminal until it ends. While it runs, stopping us stops it, and then we end as it did.
 * A program that can't be started is reported and ends with 127, as in a shell.
 * @param {Start} start `stdin`: whether the child may read our input
 * @returns {Promise<End>}
 */
export function run({ command, args, env = process.env, cwd, stdin = false }) {
  watch()
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: [stdin ? 'inherit' : 'ignore', 'inherit', 'inherit'] })
    living.add(child)
    /** @param {End} end */
    const ended = (end) => {
      living.delete(child)
      if (!stopping) return resolve(end)
      verdict ??= end
      if (living.size === 0) endAs(verdict)
    }
    child.once('error', (error) => {
      console.error(`Can't run ${command}: ${error.message}`)
      ended({ code: 127, signal: null })
    })
    child.once('exit', (code, signal) => ended({ code, signal }))
  })
}

/**
 * Runs programs that need each other: when one ends, for whatever reason, the others are stopped, and we end as it did.
 * @param {Start[]} starts
 * @returns {Promise<never>}
 */
export async function runTogether(starts) {
  verdict = await Promise.race(starts.map(run))
  stop('SIGTERM')
  return new Promise(() => {})
}

/**
 * Ends this process as a child ended, by the same signal or with the same code.
 * @param {End} end
 */
export function endAs({ code, signal }) {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // A signal that doesn't kill us (a child can be killed by one that we ignore) still ends us, with the shell's code.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100)
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  if (stopping) return
  stopping = true
  if (living.size === 0) return endAs(verdict ?? { code: null, signal })
  for (const child of living) child.kill(signal)
  const kill = () => {
    // We were told to stop by another signal, and end by that one.
    verdict ??= { code: null, signal }
    for (const child of living) child.kill('SIGKILL')
  }
  setTimeout(kill, graceSeconds * 1000).unref()
}

function watch() {
  if (watching) return
  watching = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
  // Only under npm: a server that an operator puts into the background may outlive the shell that began it.
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM')
  }, lookEveryMs).unref()
}
