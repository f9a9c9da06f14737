// Child processes that stop when we are stopped: by a signal, or because npm above us died.
// npm signals its shell, which passes nothing on, so besides the signals we watch who stands above us.
import { spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { basename } from 'node:path'

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
  setTimeout(() => living.forEach((child) => child.kill('SIGKILL')), graceSeconds * 1000).unref()
}

function watch() {
  if (watching) return
  watching = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
  // Only under npm: a server that an operator puts into the background may outlive the shell that began it.
  if (!process.env.npm_lifecycle_event) return
  const before = above()
  setInterval(() => {
    if (above() !== before) stop('SIGTERM')
  }, lookEveryMs).unref()
}

/** Who stands above us, which changes when npm dies: our parent and, where that is npm's shell, the shell's parent. */
function above() {
  const parent = process.ppid
  try {
    // Linux tells; elsewhere npm's shell has made way for us, and the parent is npm itself.
    if (basename(readlinkSync(`/proc/${parent}/exe`)) === 'node') return String(parent)
    const [, shellsParent] = readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return `${parent} ${shellsParent}`
  } catch {
    return String(parent)
  }
}
