// What the tests use of the machine itself: a PostgreSQL server, a Chromium, and a font with Han characters.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './children.js'

/** @typedef {{ name: string, packages: string[], isThere: () => boolean, without: string }} Need */

export const theJourneys = 'the journeys'

/** @type {Need[]} `packages` are Debian's; `without` says what is skipped */
export const needs = [
  {
    name: 'PostgreSQL',
    packages: ['postgresql', 'postgresql-contrib'],
    isThere: () => findPostgres() !== undefined,
    without: 'the tests that need a PostgreSQL server',
  },
  {
    name: 'Chromium',
    packages: ['chromium'],
    isThere: () => findChromium() !== undefined,
    without: theJourneys,
  },
  {
    name: 'a font with Han characters',
    packages: ['fonts-noto-cjk'],
    isThere: hasHanFont,
    without: theJourneys,
  },
]

/** Folder of the newest installed PostgreSQL's programs: Debian's, Red Hat's, Homebrew's, or the one on PATH. */
export function findPostgres() {
  const versioned = [
    ...entries('/usr/lib/postgresql', /^\d+$/),
    ...entries('/usr', /^pgsql-\d+$/),
    ...entries('/opt/homebrew/opt', /^postgresql@\d+$/),
    ...entries('/usr/local/opt', /^postgresql@\d+$/),
    ...entries('/Applications/Postgres.app/Contents/Versions', /^\d+$/),
  ].toSorted((a, b) => version(b) - version(a))
  // The programs stand together, but PATH may hold only a link to one of them.
  const onPath = which('pg_ctl')
  const folders = [...versioned.map((folder) => join(folder, 'bin')), ...(onPath ? [dirname(realpathSync(onPath))] : [])]
  return folders.find((folder) => ['initdb', 'postgres', 'pg_ctl'].every((name) => existsSync(join(folder, name))))
}

/** Path of a Chromium or Chrome: the one that the variable CHROMIUM names, else an installed one. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const mac = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
  return (
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(which).find(Boolean) ??
    mac.map((app) => join('/Applications', app)).find(existsSync)
  )
}

/** Without such a font every Han character is an empty box, and a picture of a page proves nothing. */
export function hasHanFont() {
  if (process.platform === 'darwin') return true
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true
  return Boolean(spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' }).stdout)
}

/**
 * Installs Debian packages where this user may: as root, or with a sudo that asks for no password.
 * @param {string[]} names
 */
export async function installPackages(names) {
  if (!existsSync('/etc/debian_version') || !which('apt-get')) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120']
  /** @param {string[]} args */
  const apt = async (...args) => {
    const [command = '', ...rest] = [...(isRoot ? [] : ['sudo', '-n']), ...quiet, ...args]
    return (await run({ command, args: rest })).code === 0
  }
  console.log(`Installing ${names.join(', ')} …`)
  // Mirrors fail now and then; once more is usually enough. A source that can't be updated needn't be the one we need.
  for (let attempt = 1; attempt <= 2; attempt++) {
    await apt('update')
    if (await apt('install', '-y', '--no-install-recommends', ...names)) return
  }
}

/** @param {string} name of a program; its path in the first folder of PATH that has it */
function which(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/**
 * @param {string} folder
 * @param {RegExp} name
 */
function entries(folder, name) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((entry) => name.test(entry)).map((entry) => join(folder, entry))
}

/** @param {string} folder whose name ends in a major version */
function version(folder) {
  return Number(/\d+$/.exec(folder)?.[0])
}
