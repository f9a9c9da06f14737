// npm test: installs what is missing, then checks the types, lints, runs the tests and the journeys through a browser.
// The very last line counts them all. With file names (npm test -- server/modules/casework) only those tests run.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsStale } from './launch/build.js'
import { run } from './launch/children.js'
import { installWhatIsMissing } from './launch/install.js'
import { findChromium, installPackages, needs, theJourneys } from './launch/machine.js'
import { root, withNode24 } from './node24.js'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const filters = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }
try {
  await testAll()
} catch (error) {
  console.error(error)
  total.failed += 1
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function testAll() {
  if (!(await installWhatIsMissing())) return add({ failed: 1 })
  const missing = await prepareMachine()
  await step('Types', ['node_modules/typescript/bin/tsc', '--noEmit'])
  await step('Lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
  await suite('Tests', vitest())
  // Also without PostgreSQL: then only on the embedded database.
  if (filters.length === 0) await step('Faults', ['soak/main.ts', 'faults', '--short'])
  const config = 'journeys/playwright.config.ts'
  if (filters.length > 0 || !existsSync(join(root, config))) return
  if (missing.some((need) => need.without === theJourneys)) {
    tell(missing)
    return add(process.env.CI ? { failed: 1 } : { skipped: 1 })
  }
  if (!(await buildWhatIsStale())) return add({ failed: 1 })
  await suite('Journeys', playwright(config))
}

/** Installs what the tests use of the machine; says, and returns, what is missing even so. */
async function prepareMachine() {
  const used = filters.length > 0 ? needs.filter((need) => need.without !== theJourneys) : needs
  const wanted = used.filter((need) => !need.isThere())
  if (wanted.length > 0) await installPackages(wanted.flatMap((need) => need.packages))
  const missing = wanted.filter((need) => !need.isThere())
  tell(missing)
  return missing
}

/** @param {import('./launch/machine.js').Need[]} missing */
function tell(missing) {
  for (const { name, packages, without } of missing) {
    console.log(`\n!!! ${name} is missing. Skipped: ${without}. (On Debian: apt-get install ${packages.join(' ')})`)
  }
}

/**
 * One program that either passes or fails.
 * @param {string} name
 * @param {string[]} args
 */
async function step(name, args) {
  console.log(`\n── ${name} ──`)
  const { code } = await run({ ...withNode24(args), cwd: root })
  add(code === 0 ? { passed: 1 } : { failed: 1 })
}

/** @typedef {{ args: string[], env?: NodeJS.ProcessEnv, report: string, count: (report: any) => Count }} Runner */

/**
 * A program that runs many tests and writes a report of them. One that ends badly with no failed test in its report,
 * or ran no test at all, is itself a failure.
 * @param {string} name
 * @param {Runner} runner
 */
async function suite(name, { args, env, report, count }) {
  console.log(`\n── ${name} ──`)
  rmSync(report, { force: true })
  mkdirSync(join(report, '..'), { recursive: true })
  const { code } = await run({ ...withNode24(args, env), cwd: root })
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 }
  const ran = counted.passed + counted.failed
  if (ran === 0) console.log(`${name}: no test ran`)
  add(counted)
  if (counted.failed === 0 && (code !== 0 || ran === 0)) add({ failed: 1 })
}

/** @returns {Runner} */
function vitest() {
  const report = join(root, 'test-results', 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    report,
    args: ['node_modules/vitest/vitest.mjs', 'run', ...filters, ...reporters],
    count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      // A file that can't be loaded fails without a failed test.
      failed: numFailedTests + testResults.filter(failedAsAFile).length,
      skipped: numPendingTests + numTodoTests,
    }),
  }
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function failedAsAFile({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
}

/**
 * @param {string} config
 * @returns {Runner}
 */
function playwright(config) {
  // Beside Playwright's own folder, which it empties.
  const report = join(root, 'playwright-report', 'journeys.json')
  return {
    report,
    args: ['node_modules/@playwright/test/cli.js', 'test', '--config', config, '--reporter=list,json'],
    env: { CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
  }
}

/** @param {Partial<Count>} count */
function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
