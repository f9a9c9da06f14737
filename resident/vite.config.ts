import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

/** Residents' phones are often years old, so the syntax is kept to what a browser of 2020 reads. */
const oldestBrowsers = ['chrome87', 'safari14', 'firefox78']

/** Puts head-start.js into the page itself, with the addresses of the words. */
const headStart: Plugin = {
  name: 'head-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const words = Object.fromEntries((['zh', 'en'] as const).map((language) => {
        const file = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(`/words-${language}.ts`))
        if (!file) throw new Error(`The words of ${language} are no file of their own any more: head-start.js can't ask for them.`)
        return [language, `/${file.fileName}`]
      }))
      const lines = readFileSync(join(import.meta.dirname, 'head-start.js'), 'utf8').split('\n').filter((line) => !/^\s*\/[/*]/.test(line))
      const script = `${lines.map((line) => line.trim()).join('\n').trim()}(${JSON.stringify(words)})`
      return [{ tag: 'script', attrs: { nonce: '__NONCE__' }, children: script, injectTo: 'head-prepend' as const }]
    },
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), headStart],
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
