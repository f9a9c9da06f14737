import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/office/',
  plugins: [react()],
  build: {
    outDir: '../dist/office',
    emptyOutDir: true,
    // The policy on content allows pictures and fonts from the server alone, not from data: addresses in styles.
    assetsInlineLimit: 0,
    // MapLibre alone is larger than the usual limit; it is fetched only where a map is drawn.
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      input: [join(import.meta.dirname, 'index.html'), join(import.meta.dirname, 'patrol', 'service-worker.ts')],
      // The service worker's address must stay, and stand above all that it answers for.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
})
