import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'

/** Residents' phones are often years old, so the syntax is kept to what a browser of 2020 reads. */
const oldestBrowsers = ['chrome87', 'safari14', 'firefox78']

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'resident'),
    emptyOutDir: true,
    target: oldestBrowsers,
    // Fonts and pictures as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
    // MapLibre alone is larger than the usual warning; it is fetched only where a map is opened.
    chunkSizeWarningLimit: 1_200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [join(import.meta.dirname, 'index.html'), join(import.meta.dirname, 'offline', 'service-worker.ts')],
      // The service worker's address must stay, and stand above all that it answers for.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
})
