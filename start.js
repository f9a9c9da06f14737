// npm start: installs what is missing, builds what is stale, then runs the server until it is told to stop.
// Without DATABASE_URL one process does everything on a database of its own; with it, serving and working are apart.
import { join } from 'node:path'
import { buildWhatIsStale } from './launch/build.js'
import { runTogether } from './launch/children.js'
import { installWhatIsMissing } from './launch/install.js'
import { root, withNode24 } from './node24.js'

const main = join(root, 'server', 'main.ts')
const verbs = process.env.DATABASE_URL ? ['serve', 'work'] : ['start']
const more = process.argv.slice(2)

try {
  if (!(await installWhatIsMissing())) throw new Error('The packages could not be installed; npm says why above.')
  if (!(await buildWhatIsStale())) throw new Error('The apps could not be built; Vite says why above.')
  await runTogether(verbs.map((verb) => ({ ...withNode24([main, verb, ...more]), cwd: root, stdin: verb === 'start' })))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
