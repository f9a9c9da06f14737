import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['launch', 'server', 'contract', 'words', 'screen', 'resident', 'office', 'bench', 'soak'].map(
      (folder) => `${folder}/**/*.test.{ts,tsx}`,
    ),
    globalSetup: 'server/test/global-setup.ts',
    pool: 'forks',
    // Every file holds a copy of the database and its connections; the server takes 200.
    maxWorkers: Math.min(8, Math.max(2, availableParallelism())),
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
})
